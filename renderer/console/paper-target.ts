/** What the drawer of a paper ballot was opened for. */
export function paperTarget(round: string, seat: string): string {
  return `${round} ${seat}`;
}
