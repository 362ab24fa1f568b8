// Stands before boot.js, in one file with it: what is loaded once, and how long a reader waits for it.

/**
 * Makes something once, with one retry past the cache; after a failure the next call tries again. `again` has what
 * hangs begun anew beside it: the first to come counts.
 */
const once = (make, made, isHere) => (again) => {
  if (made && (isHere || !again)) return made;
  const anew = (again ? Promise.reject() : make("default")).catch(() => make("reload"));
  const all = (made = made ? Promise.any([made, anew]) : anew);
  all.then(
    () => (isHere = true),
    () => made === all && (made = undefined),
  );
  return all;
};

/** The same, or a failure after ten seconds; the next call then begins anew. */
const soon = (made, isLate) => async () => {
  const late = new Promise((_, fail) => setTimeout(fail, 10_000));
  try {
    return await Promise.race([made(isLate), late]);
  } catch (error) {
    isLate = true;
    throw error;
  }
};

/** What still hangs; `dtiAnew` has all of it begun anew. */
const hanging = new Set();
globalThis.dtiAnew = () => hanging.forEach((anew) => anew());
const hangs = (made) =>
  new Promise((resolve, reject) => {
    const go = (again) => made(again).then(resolve, reject).finally(() => hanging.delete(anew));
    const anew = () => go(true);
    hanging.add(anew);
    go();
  });
