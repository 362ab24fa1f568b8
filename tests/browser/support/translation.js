// What a browser's page translation does to a page: each text is put into <font><font>, the old text leaves the
// tree, and what comes later is treated the same. The words stay, so that numbers can be compared.
(() => {
  const skip = /^(SCRIPT|STYLE|TEXTAREA|OPTION|TITLE|FONT)$/;
  const isWanted = (text) =>
    /\S/.test(text.data) &&
    text.parentNode &&
    !skip.test(text.parentNode.nodeName) &&
    !text.parentNode.closest("[translate=no],.notranslate,svg");
  const textsIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const all = root.nodeType === Node.TEXT_NODE ? [root] : [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all.filter(isWanted);
  };
  const wrap = (text) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  textsIn(document.body).forEach(wrap);
  document.documentElement.classList.add("translated-ltr");
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") {
        if (isWanted(target)) wrap(target);
      } else {
        addedNodes.forEach((node) => node.isConnected && textsIn(node).forEach(wrap));
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})();
