import { rowsOf } from '../builders/ballot-rows.ts';
import {
  type ConsolePage,
  cardsOf,
  claimSeat,
  type HostPlace,
  type PanelPage,
} from '../builders/lan-pages.ts';

/** Seats devices without a browser, so that a room is full while a test watches a few real pages. */
export async function seatEveryone(
  place: HostPlace,
  except: readonly string[] = [],
): Promise<readonly PanelPage[]> {
  const free = (await cardsOf(place)).filter(({ seat, isSpent }) => !isSpent && !except.includes(seat));
  return Promise.all(
    free.map(async ({ seat, secret }) => {
      const page = await claimSeat(place, { kind: 'card', seat, secret });
      await page.client.next('admitted');
      await page.client.seen((view) => view.seat?.id === seat);
      return page;
    }),
  );
}

/** Marks that tell units and seats apart: the earlier the unit the better, each seat a little otherwise. */
export function marksFor(
  criteria: readonly { readonly id: string; readonly maximum: string }[],
  unit: number,
  seat: number,
): { readonly [criterion: string]: string } {
  return Object.fromEntries(
    criteria.map(({ id, maximum }, index) => [
      id,
      String(Number(maximum) - unit * 0.5 - ((seat * 3 + index) % 4) * 0.5),
    ]),
  );
}

/** Everyone of these seats submits for the unit on stage. */
export async function submitAll(seats: readonly PanelPage[], unit: number): Promise<void> {
  await Promise.all(
    seats.map(async ({ client, submit }, index) => {
      const { ballot } = await client.seen((view) => view.ballot?.state === 'open');
      const outcome = await submit(marksFor(rowsOf(ballot), unit, index));
      if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome));
    }),
  );
}

/** Takes the show to the report of the unit at this place of the agenda, from 0, and opens its round. */
export async function takeToReport(operator: ConsolePage, unit: number): Promise<void> {
  const { agenda, event } = operator.client.view as Required<typeof operator.client.view>;
  const id = event.units[unit]?.id;
  const step = agenda.rows.find((row) => row.unit === id && row.scene === 'speaker_timer')?.step;
  if (step === undefined) throw new Error(`no report of unit ${unit}`);
  await operator.must({ kind: 'JumpTo', step });
  await operator.client.seen((view) => view.round?.unit?.id === id && view.round?.state === 'open');
}

/** Goes on to the scoring and locks the round, which must be complete. */
export async function lockUnit(operator: ConsolePage): Promise<void> {
  await operator.next();
  const { round } = await operator.client.seen((view) => view.round?.missing.length === 0);
  await operator.must({ kind: 'LockRound', round: round?.round ?? '' });
}

/** Reports and rounds of the first units of the agenda, with every seat's ballot. */
export async function scoreFirstUnits(
  operator: ConsolePage,
  seats: readonly PanelPage[],
  units: number,
): Promise<void> {
  for (let unit = 0; unit < units; unit += 1) {
    await takeToReport(operator, unit);
    await submitAll(seats, unit);
    await lockUnit(operator);
  }
}
