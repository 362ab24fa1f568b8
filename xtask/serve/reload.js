// Loads the page again once the development server has built it anew. Only that server adds it to a page;
// the address says which build the page is of.
const shown = new URL(import.meta.url).search.slice(1);
const address = new URL("xtask-build.txt", import.meta.url);

async function look() {
  const answer = await fetch(address, { cache: "no-store" });
  if (answer.ok && (await answer.text()) !== shown) location.reload();
}

// While the server is away there is nothing to do but to ask again.
setInterval(() => look().catch(() => {}), 500);
