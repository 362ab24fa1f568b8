// Hosts that strip fragments hand a scenario on as a query: it goes where every link has it. An embed keeps
// the query, which hosts write their own words into.
if (/[?&][eus]=/.test(location.search) && !/^#[^?]/.test(location.hash)) {
  const kept = document.documentElement.dataset.view ? location.search : "";
  try { history.replaceState(null, "", `${location.pathname}${kept}#${location.search.slice(1)}${location.hash}`); } catch {}
}
