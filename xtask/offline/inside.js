// The files of offline.html stand in the page itself: what boot.js would fetch or import comes from here.
globalThis.dtiInside = (() => {
  const nameOf = (address) => new URL(address, location.href).pathname.split("/").pop();
  const element = (address) => {
    const found = document.getElementById(`file:${nameOf(address)}`);
    if (!found) throw new TypeError(`${address} is not in this file`);
    return found;
  };
  /** Makers of what the modules export, by name; each is called once. */
  const scripts = {};
  const made = {};
  return {
    scripts,
    async fetch(address) {
      const { dataset, textContent } = element(address);
      if (!dataset.type) return new Response(textContent);
      const bytes = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
      return new Response(bytes, { headers: { "content-type": dataset.type } });
    },
    async bring(address) {
      const name = nameOf(address);
      if (!scripts[name]) throw new TypeError(`${name} is not in this file`);
      return (made[name] ??= scripts[name]());
    },
  };
})();
