globalThis.effect = (globalThis.effect || 0) + 1;
export const done = true;
