import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingSeats } from '../../shared/domain/round.ts';
import type { EventState } from '../../shared/domain/state.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { pictureOf, wallCounts } from '../../shared/views/build-projector-view.ts';
import { aFakeClock } from '../builders/fake-clock.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import type { LanClient } from '../builders/lan-client.ts';
import { openChair, openConsole, openPanel, openProjector, openPrompter } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

/** What the hall, the speaker and any panelist may know. */
type Public =
  | { readonly kind: 'order'; readonly command: (state: EventState) => OperatorCommand | null }
  /** The seat's first ballot in the open round. */
  | { readonly kind: 'ballot'; readonly seat: 'A1' | 'A2' };

/** What only the seat itself may know: its marks, how often it corrected them, and how often it was refused. */
type Hidden = { readonly marks: readonly [string, string]; readonly again: number; readonly refused: number };

type Watched = {
  readonly panelist: readonly string[];
  readonly hall: readonly string[];
  readonly prompter: readonly string[];
  readonly chair: readonly string[];
};

/** Messages without what differs between any two connections or hosts. */
function trafficOf(client: LanClient): readonly string[] {
  return client.traffic().map((text) =>
    text
      .replace(/127\.0\.0\.1:\d+/g, 'host')
      .replace(/"number":"\d{4}"/, '"number":"…"')
      .replace(/"screen":"(?:prompter|chair)-[^"]*"/, '"screen":"…"')
      // The chair is shown which figures it signs by their hash alone.
      .replace(/"figures":"[0-9a-f]{64}"/, '"figures":"…"'),
  );
}

/** Plays a history on a copy of the event and returns what others than A1 and A2 were sent. */
async function watch(event: string, history: readonly Public[], hidden: readonly Hidden[]): Promise<Watched> {
  const folder = temporaryFolder();
  copyFileSync(event, join(folder, 'event.leitai'));
  const clock = aFakeClock('boot-1', 2_000_000);
  const { host, place } = await hostedEvent({ folder, clock });
  const operator = await openConsole(place);
  const hall = await openProjector(place);
  const prompter = await openPrompter(place, operator);
  const chair = await openChair(place, operator);
  const panelist = await openPanel(place, 'B1');
  const voters = { A1: await openPanel(place, 'A1'), A2: await openPanel(place, 'A2') };

  // Short enough that the host doesn’t take its own second between two looks at the clock for a standstill.
  for (const [index, happening] of history.entries()) {
    clock.pass(100);
    if (happening.kind === 'order') {
      const command = happening.command(host.state());
      if (command) await operator.order(command);
    } else {
      const voter = voters[happening.seat];
      const { marks, again, refused } = hidden[index] ?? { marks: ['0', '0'], again: 0, refused: 0 };
      const round = Object.values(host.state().rounds).find(({ state }) => state === 'open');
      if (!round) continue;
      await voter.client.seen((view) => view.ballot?.round === round.id && view.ballot.state === 'open');
      await voter.submit({ c1: marks[0], c2: marks[1] });
      for (let time = 0; time < refused; time += 1) await voter.submit({ c1: '60.5', c2: '0' });
      for (let time = 0; time < again; time += 1) await voter.submit({ c1: String(time), c2: marks[1] });
    }
    // Counts go out a moment later; waiting for them keeps two runs in step on a busy machine.
    const counts = wallCounts(pictureOf(host.state()));
    await hall.seen((view) => JSON.stringify(view.counts) === JSON.stringify(counts), 'the counts');
  }

  await operator.must({ kind: 'SendPrompt', text: '终' });
  await prompter.client.seen((view) => view.message?.text === '终');
  await operator.must({ kind: 'RingBell' });
  await hall.seen((view) => view.bell === host.state().bell);
  await operator.order({ kind: 'CloseEvent' });
  clock.pass(100);
  await operator.order({ kind: 'AddTime', ms: 1 });
  await Promise.all([panelist.client.close(), hall.close(), prompter.client.close(), chair.client.close()]);
  await host.stop();
  return {
    panelist: trafficOf(panelist.client),
    hall: trafficOf(hall),
    prompter: trafficOf(prompter.client),
    chair: trafficOf(chair.client),
  };
}

/** A new event that is closed again, so that every run has the same ids and cards. */
async function newEvent(): Promise<string> {
  const { host, path } = await hostedEvent({ clock: aFakeClock() });
  await host.stop();
  return path;
}

const order = (command: OperatorCommand): Public => ({ kind: 'order', command: () => command });
const next: Public = { kind: 'order', command: (state) => ({ kind: 'NextStep', from: state.stage.step }) };
const vote = (seat: 'A1' | 'A2'): Public => ({ kind: 'ballot', seat });

function openRound(state: EventState) {
  return Object.values(state.rounds).find((round) => round.state === 'open') ?? null;
}

/** Whoever hasn't voted is absent. */
const settle: Public = {
  kind: 'order',
  command: (state) => {
    const round = openRound(state);
    const seats = round ? missingSeats(round) : [];
    return round && seats.length > 0
      ? { kind: 'DecideMissing', round: round.id, seats: [...seats], decision: 'absent', reason: '离席' }
      : null;
  },
};
const lock: Public = {
  kind: 'order',
  command: (state) => {
    const round = openRound(state);
    return round && { kind: 'LockRound', round: round.id };
  },
};
const count: Public = {
  kind: 'order',
  command: (state) => ({
    kind: 'CountRounds',
    notCalled: state.definition.units.map(({ id }) => id).filter((id) => !state.rounds[`${id}.1`]),
  }),
};

const happenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(next) },
    { weight: 4, arbitrary: fc.constantFrom(vote('A1'), vote('A2')) },
    { weight: 2, arbitrary: fc.constantFrom(settle, lock, lock, count) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom<OperatorCommand>(
          { kind: 'RingBell' },
          { kind: 'PauseTimer' },
          { kind: 'ResumeTimer' },
          { kind: 'AddTime', ms: 60_000 },
          { kind: 'SetCurtain', curtain: 'frozen' },
          { kind: 'SetCurtain', curtain: 'open' },
          { kind: 'SendPrompt', text: '请注意' },
          { kind: 'ClearPrompt' },
        )
        .map(order),
    },
  ),
  { minLength: 6, maxLength: 14 },
);
const secrets = fc.array(
  fc.record<Hidden>({
    marks: fc.tuple(fc.constantFrom('0', '13.5', '60'), fc.constantFrom('19.5', '40')),
    again: fc.nat({ max: 2 }),
    refused: fc.nat({ max: 1 }),
  }),
  { minLength: 14, maxLength: 14 },
);

describe('two histories that differ only in what is hidden', { timeout: 120_000 }, () => {
  const contest = [
    next,
    next,
    vote('A1'),
    next,
    vote('A2'),
    settle,
    lock,
    next,
    vote('A1'),
    next,
    settle,
    lock,
    next,
    count,
  ];

  test('given other marks, corrections and refused ballots, when the contest is played to the count, then panelist, hall, prompter and, but for a hash, the chair get the same bytes', async () => {
    const event = await newEvent();
    const plain = await watch(event, contest, []);
    const lively = await watch(
      event,
      contest,
      contest.map((_, index) => ({
        marks: index % 2 ? ['60', '40'] : ['13.5', '19.5'],
        again: 2,
        refused: 1,
      })),
    );
    expect(lively).toEqual(plain);
    expect(plain.hall.length).toBeGreaterThan(10);
  });

  test('given something public that differs, when both are played, then the comparison shows it', async () => {
    const event = await newEvent();
    const plain = await watch(event, contest.slice(0, 5), []);
    const other = await watch(event, [...contest.slice(0, 4), order({ kind: 'RingBell' })], []);
    expect(other.hall).not.toEqual(plain.hall);
  });

  test('given any history, when what is hidden in it is replaced, then not a byte changes for those who may not see it', async () => {
    const event = await newEvent();
    await fc.assert(
      fc.asyncProperty(happenings, secrets, secrets, async (history, one, other) => {
        expect(await watch(event, history, one)).toEqual(await watch(event, history, other));
      }),
      { numRuns: 4, seed: 20_190_613, endOnFailure: true },
    );
  });
});
