import type { BallotType } from './ballot-type.ts';

/** Whether the seats of a group cast the ballot: every group does where it names none. */
export function isCastBy({ groups }: Pick<BallotType, 'groups'>, group: string): boolean {
  return groups?.includes(group) ?? true;
}
