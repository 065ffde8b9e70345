import { expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { readPart } from '../../shared/domain/ballot-paper.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { indicatorItems } from '../../shared/domain/scoring/indicator-items.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import { isCastBy } from '../../shared/domain/scoring/rules/casting.ts';
import type { BallotVotes, ContestUnit, VoteValues } from '../../shared/domain/scoring/rules/contest.ts';
import { explainUnit } from '../../shared/domain/scoring/rules/result-tree.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { unitId } from '../../shared/kernel/brand.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { aStep } from '../builders/definition.ts';
import { type Draw, filledPaper } from '../builders/fill-paper.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openMonitor, openPanel, openProjector, type PanelPage } from '../builders/lan-pages.ts';
import { builtIn, builtInNames } from '../cases/read-built-in.ts';

/** The same numbers in every run. */
function drawnFrom(seed: number): Draw {
  let last = seed;
  return (below) => {
    last = (last * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((last / 2_147_483_648) * below);
  };
}

/** What panelists wrote, by unit, ballot and seat. */
type Written = { [unit: string]: { [ballot: string]: { [seat: string]: VoteValues } } };

type Seat = { readonly id: string; readonly group: string; readonly page: PanelPage };

/** The seat's own ballots of the open round, filled in at random until they keep to their limits. */
async function vote({ id, group, page }: Seat, round: string, draw: Draw, written: Written) {
  const { ballot } = await page.client.seen(
    (view) => view.ballot?.round === round && view.ballot.state === 'open',
  );
  if (!ballot) throw new Error('no paper');
  const shape = { hasSeveralForms: ballot.parts.length > 1, isOnAllUnits: ballot.unit === null };
  const units = ballot.units.map((unit) => unit.id);
  const parts = ballot.parts.filter((part) => isCastBy(part, group)).map((part) => ({ ballot: part, units }));
  for (let tries = 0; parts.length > 0; tries += 1) {
    // `filledPaper` leaves a unit of a secret paper out at 0 of 4: nobody in this room does.
    const values = filledPaper(shape, parts, (below) => (below === 4 ? 1 + draw(3) : draw(below)));
    const answer = await page.submit(values);
    if (answer.kind === 'stored') {
      for (const part of parts)
        for (const [unit, on] of Object.entries(readPart(shape, part.ballot, units, values))) {
          const own = written[unit] ?? {};
          written[unit] = { ...own, [part.ballot.id]: { ...own[part.ballot.id], [id]: on.values } };
        }
      return;
    }
    if (tries > 60) throw new Error(JSON.stringify(answer));
  }
}

/** `place total` of every unit, best first, by the engine alone. */
function rowsOf(definition: EventDefinition, units: readonly ContestUnit[]): readonly string[] {
  const { scheme, seats } = definition;
  const calculation = calculator(scheme)({
    seats: seats.map(({ id, group }) => ({ seat: id, group })),
    units,
  });
  return calculation.ranking.map(({ unit, place }) => {
    const total = explainUnit(calculation, unit).nodes.find(({ key }) => key === scheme.ranking.by);
    return `${place?.replace('/1', '')} ${total?.printed}`;
  });
}

function contestUnits(
  scheme: ScoringScheme,
  written: Written,
  rest: (unit: string) => Partial<ContestUnit>,
): readonly ContestUnit[] {
  return Object.entries(written).map(([unit, byBallot]) => ({
    unit,
    ballots: Object.fromEntries(
      scheme.ballots.flatMap(({ id }): [string, BallotVotes][] => {
        const votes = byBallot[id];
        return votes ? [[id, { votes }]] : [];
      }),
    ),
    ...rest(unit),
  }));
}

function findingsIn(path: string) {
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  return verifyLog(examined.value.rows, expectations, verifySignature).findings;
}

/** Debates ask the audience before and after; the judges name the winner at the end. */
function aDebate(scheme: ScoringScheme): EventDefinition {
  const units = ['u1', 'u2'];
  const voteOn = (form: string) => (unit: string) => {
    const of = { unit: unitId(unit), turn: unit, forms: [form] };
    return [
      aStep(`${form}.${unit}`, { ...of, round: 'opens', scene: 'ballot_progress' }),
      aStep(`${form}.${unit}.lock`, { ...of, round: 'locks', scene: 'ballot_progress' }),
    ];
  };
  const winner = { forms: ['winner'], scene: 'ballot_progress' } as const;
  const plain = anEventUnder(scheme, { units, seats: 3 });
  return {
    ...plain,
    agenda: [
      aStep('rules'),
      ...units.flatMap(voteOn('before')),
      ...units.flatMap(voteOn('speakers')),
      ...units.flatMap(voteOn('after')),
      aStep('winner', { ...winner, round: 'opens' }),
      aStep('winner.lock', { ...winner, round: 'locks' }),
      ...plain.agenda.slice(-4),
    ],
  };
}

test.each(builtInNames)(
  'given an event under %s, when it is held over the network to the release, then the wall has what the engine makes of the papers',
  async (name) => {
    const scheme = builtIn(name);
    const definition = name === 'O9-debate' ? aDebate(scheme) : anEventUnder(scheme, { seats: 3 });
    const { place, host, path, faults } = await hostedEvent({ definition });
    const operator = await openConsole(place);
    const wall = await openProjector(place);
    const monitor = scheme.isMonitorRequired ? await openMonitor(place, operator) : null;
    const seats = await Promise.all(
      definition.seats.map(async ({ id, group }) => ({ id, group, page: await openPanel(place, id) })),
    );
    const draw = drawnFrom(name.length);
    const written: Written = Object.fromEntries(definition.units.map(({ id }) => [id, {}]));
    for (const step of definition.agenda.filter(({ isBackground }) => !isBackground)) {
      await operator.next();
      if (step.round === 'opens') {
        const { round } = await operator.client.seen((view) => view.round?.state === 'open');
        for (const seat of seats) await vote(seat, round?.round ?? '', draw, written);
      }
      if (step.round === 'locks') {
        const { round } = await operator.client.seen((view) => view.round?.due === 0);
        await operator.must({ kind: 'LockRound', round: round?.round ?? '' });
      }
      if (step.id === 'comment') break;
    }
    const asked = operator.client.view.beside?.measures ?? [];
    const measures = Object.fromEntries(
      definition.units.map(({ id }) => [
        id,
        Object.fromEntries(asked.map((measure) => [measure.id, String(100 + draw(1_000))])),
      ]),
    );
    for (const [unit, own] of Object.entries(measures))
      for (const [measure, value] of Object.entries(own))
        await operator.must({ kind: 'RecordMeasure', unit, measure, value, reason: '' });
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    if (monitor) {
      await monitor.client.seen((view) => view.result?.count === 1);
      await monitor.order({ kind: 'LookAtResult', what: 'result', unit: null });
      expect(await monitor.order(monitor.coSignature())).toMatchObject({ kind: 'accepted' });
    }
    await operator.must({ kind: 'JumpTo', step: 'release' });
    await operator.must({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true });
    const { scene } = await wall.seen(
      (view) => view.scene.kind === 'ranking' && view.scene.rows.length === definition.units.length,
    );
    const items = indicatorItems(definition);
    const units = contestUnits(scheme, written, (unit) => ({
      measures: measures[unit] ?? {},
      items: { indicators: items.get(unitId(unit)) ?? [] },
    }));
    expect(
      scene.kind === 'ranking' && scene.rows.map(({ place: shown, total }) => `${shown} ${total}`),
    ).toEqual(rowsOf(definition, units));
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
    expect(faults).toEqual([]);
  },
);
