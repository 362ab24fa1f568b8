// The embed and the page around it: its height, said in the seven ways that hosts understand, and,
// with `api=1`, what is shown and what should be. xtask puts this before boot.js into one script.
{
  const TALLEST = 5000;
  const LONGEST = 8192;
  const PAUSE_MS = 500; // Browsers limit how often an address may change.
  const GIVEN = ["e", "u", "s", "w", "r"]; // What a host may set: the scenario, nothing else.
  const host = window.parent;
  const pairs = (text) => text.split("&").filter(Boolean);
  const key = (pair) => pair.split("=", 1)[0];
  const mended = (text) => text.replace(/^#+/, "").replace(/&(?:amp;)+/g, "&"); // Escaped once more.
  const own = () => pairs(mended(location.hash).split("#", 1)[0]).filter((pair) => pair[0] !== "?");
  const named = (list, name) => list.find((pair) => key(pair) === name)?.slice(name.length + 1);
  const plain = (text) => (/^[\w.-]{1,64}$/.test(text ?? "") ? text : undefined);

  let secret;
  const secretNow = (given) => (secret = /#\?secret=([a-zA-Z0-9]{1,64})$/.exec(location.hash)?.[1] ?? secret ?? plain(given));
  const child = plain(named(pairs(location.search.slice(1)), "childId"));
  const id = plain(named(own(), "id")) ?? "dti-whatif";
  const messenger = `iframeMessenger:${Math.random().toString(36).slice(2, 7)}`;
  const post = (message) => host.postMessage(message, "*");
  /** The address as the host wrote it: what it set since may hold figures that are nobody else's. */
  let src = location.href;

  let [told, grown, wide] = [0, [], 0];
  /** Says the height, if it is another one. Content that grows because the frame grew is stopped. */
  function tell(again) {
    const height = Math.min(Math.ceil(document.documentElement.getBoundingClientRect().height), TALLEST);
    if (host === window || height < 1 || (height === told && again !== true)) return;
    // A frame that is made wider or narrower grows for another reason.
    if (innerWidth !== wide) [grown, wide] = [[], innerWidth];
    if (height > told) {
      const now = performance.now();
      grown = grown.filter((time) => now - time < 2000);
      if (grown.length >= 20) return;
      grown.push(now);
    }
    told = height;
    post({ "datawrapper-height": { [id]: height } });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src, context: "iframe.resize", height }));
    if (child) post(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    if (secretNow()) post({ message: "height", value: height, secret });
    post(JSON.stringify({ id: messenger, type: "set-height", value: height }));
    post({ type: "dti:height", v: 1, id, height });
  }
  let frame;
  // No frame is waited for: browsers draw none in an article's part that nobody has scrolled to.
  const tellSoon = () => (frame ??= setTimeout(() => ((frame = undefined), tell())));

  let wanted, waiting;
  let last = -PAUSE_MS;
  /** Keeps the last scenario that a host sets, and shows it; the page's own reader checks it. */
  function set(scenario) {
    const isText = typeof scenario === "string" && scenario.length <= LONGEST;
    if (named(own(), "api") !== "1" || !isText || !/^[\w.,:&=%+-]*$/.test(scenario)) return;
    wanted = scenario;
    waiting ??= setTimeout(show, Math.max(0, last + PAUSE_MS - performance.now()));
  }
  function show() {
    waiting = undefined;
    last = performance.now();
    const kept = own().filter((pair) => !["v", ...GIVEN].includes(key(pair)));
    const given = pairs(wanted).filter((pair) => GIVEN.includes(key(pair)));
    try {
      history.replaceState(null, "", `#${[...kept, ...given].join("&")}`);
    } catch {
      return; // Refused: what is shown stays.
    }
    dispatchEvent(new Event("hashchange"));
  }

  addEventListener("message", ({ source, data }) => {
    if (host === window || source !== host) return;
    if (data?.type === "dti:set" && data.v === 1) set(data.scenario);
    else if (data?.message === "ready" && data.secret && secretNow(data.secret) === data.secret) tell(true); // The address may miss it.
    else if (child && typeof data === "string" && data.startsWith(`pymxPYMx${child}xPYMxwidthxPYMx`)) tell(true);
  });
  addEventListener("load", () => tell(true));
  addEventListener("hashchange", ({ isTrusted }) => {
    if (isTrusted) src = location.href; // Else it was `show`.
    tell(true); // WordPress may add its secret to a frame that is there.
  });

  const app = document.getElementById("app");
  let [said, saying] = ["", undefined];
  /** Says rank, score and scenario where the page gives them: it does so with `api=1` only. */
  const sayChange = () => {
    saying = undefined;
    const { rank, score, scenario } = app.querySelector("[data-scenario]")?.dataset ?? {};
    const now = `${rank} ${score} ${scenario}`;
    if (host === window || scenario === undefined || now === said) return;
    said = now;
    post({ type: "dti:change", v: 1, id, rank: Number(rank), score: Number(score), scenario });
  };
  const watched = { subtree: true, childList: true, attributeFilter: ["data-rank", "data-score", "data-scenario"] };
  new MutationObserver(() => (tellSoon(), (saying ??= setTimeout(sayChange, 100)))).observe(app, watched);
  new ResizeObserver(tellSoon).observe(document.documentElement);
  tell();
}
