// In a province's page: a link that carries a scenario has the province's preview and leads on to the calculator
// with it, as a fragment or, where a host strips those, as a query. Only the fragment changes hands.
{
  const { hash, search } = location;
  const asked = /^#[^?]/.test(hash) ? hash : search.replace("?", "#");
  if (/[#&][eus]=/.test(asked)) location.replace(`../../../${asked}`);
}
