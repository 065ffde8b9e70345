import type { BallotType } from './ballot-type.ts';

/** Whether the seats of a group cast the ballot: every group does where it names none. */
export function isCastBy({ groups }: Pick<BallotType, 'groups'>, group: string): boolean {
  return groups?.includes(group) ?? true;
}

/** Whether one ballot paper holds all units: so declared, or because the kind compares units with one another. */
export function isOnAllUnits({ kind, round }: BallotType): boolean {
  return kind === 'ranking' || kind === 'approval' || kind === 'winner' || round.kind === 'all-units';
}
