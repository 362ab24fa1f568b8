// Texts that nobody should send, the same for the same seed.

/** Whole numbers below a limit. */
function numbers(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % most;
  };
}

const PARTS = ["e=2022", "u=bac-giang", "u=moon", "s=bac-giang.society:0.45", "s=,,,:", "s=%00%ff", "w=economy:999999999999", "r=gain:-1e9",
  "r=trend", "&&&", "=", "#", "%", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "lang=en", "api=0", "static=1", "bg=url(//x)", "\u{1e}", "ộ", "\u{202e}", "show=<b>"];

/** Pieces of links and of attacks, and letters from anywhere. */
export function* randomTexts(seed) {
  const next = numbers(seed);
  for (;;) {
    let text = "";
    for (let count = next(6); count >= 0; count -= 1) {
      text += next(3) ? `${PARTS[next(PARTS.length)]}&` : String.fromCharCode(next(0x3000));
    }
    yield text;
  }
}

/** A link as mail, chats and people damage it, and worse: each differs from it in one to four places. */
export function* damagedLinks(link, seed) {
  const next = numbers(seed);
  const damages = [
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(0, at) + text.slice(at + 1 + next(8)),
    (text, at) => text.slice(0, at) + text.slice(at, at + 12) + text.slice(at),
    (text, at) => text.slice(0, at) + String.fromCharCode(33 + next(94)) + text.slice(at + 1),
    (text, at) => text.slice(0, at) + encodeURIComponent(text.slice(at)),
    (text) => text.replaceAll("&", "&amp;"),
    (text, at) => `${text.slice(0, at)}\u00ad\u200b${text.slice(at)}`,
    (text, at) => text.slice(0, at) + "9".repeat(1 + next(40)) + text.slice(at),
  ];
  for (;;) {
    let text = link;
    for (let count = next(4); count >= 0; count -= 1) text = damages[next(damages.length)](text, next(text.length + 1));
    yield text;
  }
}
