// Stands before boot.js, in one file with it: what may become a script (`require-trusted-types-for` in the
// page's policy). Scripts beside the page's own and blobs that the page made; markup and code from text
// never, hence no other function here.
{
  const { href, content } = document.getElementById("page-script");
  const home = new URL("./", new URL(href ?? content, location.href)).href;
  const isOwn = (address) => address.startsWith("blob:") || new URL(address, location.href).href.startsWith(home);
  globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => (isOwn(address) ? address : null),
  });
}
