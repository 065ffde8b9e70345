/** Stands in for `Object.hasOwn`, which came with Chromium 93 and Safari 15.4; the build puts it in its place. */
export const hasOwn = (target: object, key: PropertyKey): boolean =>
  Object.getOwnPropertyDescriptor(target, key) !== undefined;
