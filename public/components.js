// Stands before boot.js, in one file with it: when the figures must come with components from the start.

/** Whether the address names components, or what is kept on the device may. */
function asksForComponents() {
  if (/(\.|%2E)[a-z_]+(\.|%2E)\d/i.test(location.hash)) return true;
  // A sandbox denies it; an embed keeps nothing.
  try { return !document.documentElement.dataset.view && ["catalogue", "assessed"].some((key) => localStorage.getItem(`dti1:${key}`)); } catch { return false; }
}
