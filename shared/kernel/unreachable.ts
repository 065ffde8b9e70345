/** Ends an exhaustive switch: a variant nobody handled is a compile error, and a fault if it gets here. */
export function unreachable(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
