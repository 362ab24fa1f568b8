// The first HTML of the embed, until the calculator comes and where it never does: colours and frame as the
// address asks, and an address to copy where no window may open. xtask puts this before frame.js.
{
  const asked = new URLSearchParams(location.hash.slice(1).split("#", 1)[0]);
  const first = document.getElementById("first");
  const theme = asked.get("theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
  first.classList.toggle("plain", asked.get("plain") === "1");
  first.classList.toggle("transparent", asked.get("bg") === "transparent");
  const full = first.querySelector(".full");
  full.append(Object.assign(document.createElement("span"), { textContent: full.firstChild.href }));
}
