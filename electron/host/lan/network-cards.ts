import { networkInterfaces } from 'node:os';

export type NetworkCard = { readonly name: string; readonly address: string };

/** The machine's IPv4 addresses that other devices may reach, in the system's order. */
export function networkCards(interfaces = networkInterfaces()): readonly NetworkCard[] {
  return Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter((each) => each.family === 'IPv4' && !each.internal)
      .map(({ address }) => ({ name, address })),
  );
}
