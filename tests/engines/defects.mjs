// What an engine cannot do, found to be its own fault: a journey that fails there as long as it is listed here.

/** Each names the engine, the journey and why it fails, with the engine's report where there is one. */
export const DEFECTS = [];
