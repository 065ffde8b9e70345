import { describe, expect, test } from 'vitest';
import { aDefinition, anAgenda, aScheme, aWeight } from '../../test/builders/definition.ts';
import { inDivisions, scoredInDivisions, streets, towns } from '../../test/builders/divisions.ts';
import {
  ballot,
  count,
  jump,
  lock,
  next,
  pair,
  release,
  turn,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { unitId } from '../kernel/brand.ts';
import { sameText } from '../kernel/language.ts';
import { buildBeside } from '../views/build-beside.ts';
import { definitionProblems } from './definition-checks.ts';
import type { EventDefinition } from './event-definition.ts';
import { parseEventDefinition } from './event-definition-schema.ts';
import { figuresHash } from './figures-hash.ts';
import { entrantsOfStage, nextStageOf } from './next-stage.ts';
import { nextStageText, readNextStage, withEntrants } from './next-stage-file.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';

const head = { n: 88, hash: 'a'.repeat(64) };
const seats = ['A1', 'A2', 'B1'];

type Stage = NonNullable<ScoringScheme['stage']>;

const withStage = (advance: Stage['advance'], carries = true): ScoringScheme => ({
  ...aScheme(),
  stage: { advance, ...(carries && { carry: { node: 'total', measure: 'carried' } }) },
});

const releasedUnder = (scheme: ScoringScheme) =>
  scoredInDivisions(inDivisions(scheme)).and(count(), jump('release'), release('all'));

/** The marks of the final, 60 %, and what is carried, 40 %. */
const finalScheme: ScoringScheme = (() => {
  const read = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'final',
    version: 1,
    name: sameText('final'),
    groups: [
      { id: 'A', weight: 60 },
      { id: 'B', weight: 40 },
    ],
    ballots: [
      {
        kind: 'points',
        id: 'marks',
        criteria: ['c1', 'c2'].map((id) => ({ id, name: sameText(id), maximum: '60', step: '0.5' })),
      },
    ],
    nodes: [
      { kind: 'groups', id: 'today', ballot: 'marks', emptyGroup: 'block' },
      { kind: 'measure', id: 'before', measure: 'carried' },
      {
        kind: 'weighted',
        id: 'total',
        parts: [
          { node: 'today', weight: 60 },
          { node: 'before', weight: 40 },
        ],
        round: { decimals: 2 },
      },
    ],
    ranking: { by: 'total', on: 'rounded', ties: [] },
    publish: { groupMeans: true, fromBallots: 1 },
    isMonitorRequired: false,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
})();

function exported(scheme: ScoringScheme) {
  const next_ = nextStageOf(releasedUnder(scheme).state, head);
  if (!next_.ok) throw new Error(next_.error);
  return next_.value;
}

/** The final's own part of the definition: all but who takes part. */
function finalWithout(units: readonly string[]): object {
  const agenda = anAgenda(...units).map((step) => ({ ...step, template: 'T' }));
  const { units: _, ...rest } = aDefinition({ units, scheme: finalScheme, agenda });
  return JSON.parse(JSON.stringify(rest));
}

function read(text: string) {
  return readNextStage(JSON.parse(text), 'from.0');
}

describe('who goes on', () => {
  test('STAGE-3: given the first of each division goes on, when released, then they do with what they carry', () => {
    const { state } = releasedUnder(withStage({ kind: 'places', to: 1 }));
    expect(entrantsOfStage(state)).toEqual({
      ok: true,
      value: [
        { unit: 'u2', carried: '70/1' },
        { unit: 'u3', carried: '90/1' },
        { unit: 'u5', carried: '90/1' },
      ],
    });
  });

  test('STAGE-3: given a line of points, when released, then whoever reaches it goes on', () => {
    const { state } = releasedUnder(withStage({ kind: 'at-least', points: '60' }));
    const entrants = entrantsOfStage(state);
    expect(entrants.ok && entrants.value.map(({ unit }) => unit)).toEqual(['u2', 'u4', 'u3', 'u5']);
  });

  test('STAGE-3: given a choice by hand, then it is made once released, of units that are there, with a reason', () => {
    const scheme = withStage({ kind: 'by-hand' });
    const choose = (units: readonly string[], reason = '组委会决定') =>
      ({ kind: 'ChooseEntrants', units, reason }) as const;
    const counted = scoredInDivisions(inDivisions(scheme)).and(count(), jump('release'));
    counted.when(choose(['u1'])).thenRefused('result-not-released');
    const released = counted.and(release('all'));
    expect(entrantsOfStage(released.state)).toEqual({ ok: false, error: 'entrants-not-chosen' });
    released.when(choose(['u9'])).thenRefused('unknown-unit', 'units');
    released.when(choose(['u1', 'u1'])).thenRefused('unknown-unit', 'units');
    released.when(choose([])).thenRefused('unknown-unit', 'units');
    released.when(choose(['u1'], ' ')).thenRefused('reason-missing', 'reason');
    released.when(choose(['u5', 'u1'])).thenHappens({
      kind: 'EntrantsChosen',
      units: [
        { unit: unitId('u1'), carried: '50/1' },
        { unit: unitId('u5'), carried: '90/1' },
      ],
      reason: '组委会决定',
    });
    const again = released.and(choose(['u5', 'u1']), choose(['u4']));
    expect(entrantsOfStage(again.state)).toEqual({ ok: true, value: [{ unit: 'u4', carried: '60/1' }] });
    expect(again.state.changes.map(({ what }) => what)).toEqual(['entrants-chosen', 'entrants-chosen']);
  });

  test('STAGE-3: given a unit that left the contest, when it is chosen by hand, then it is refused', () => {
    const scheme = withStage({ kind: 'by-hand' });
    const left = given(
      aDefinition({ scheme }),
      next,
      ...seats.map((seat) => pair(seat)),
      ...turn('u1', seats),
      withdrawUnit('u2'),
      count(),
      jump('release'),
      release('all'),
    );
    left.when({ kind: 'ChooseEntrants', units: ['u2'], reason: 'x' }).thenRefused('unknown-unit', 'units');
  });

  test('STAGE-3: given rules that name no next stage, or name it by place, then nobody is chosen by hand', () => {
    const choose = { kind: 'ChooseEntrants', units: ['u1'], reason: 'x' } as const;
    releasedUnder(aScheme()).when(choose).thenRefused('no-next-stage');
    releasedUnder(withStage({ kind: 'places', to: 1 }))
      .when(choose)
      .thenRefused('entrants-not-by-hand');
  });
});

describe('the file of entrants', () => {
  test('STAGE-4: given a released stage, then the file has units, divisions, what each carries, and where it is from', () => {
    const { state } = releasedUnder(withStage({ kind: 'places', to: 1 }));
    const figures = state.result.kind === 'released' ? figuresHash(state.result.figures) : '';
    const file = JSON.parse(nextStageText(exported(withStage({ kind: 'places', to: 1 }))));
    expect(file.format).toBe('leitai-next-stage/1');
    expect(file.units.map(({ id, division }: Record<string, string>) => `${division} ${id}`)).toEqual([
      'streets u2',
      'towns u3',
      'towns u5',
    ]);
    expect(file.earlierStages).toEqual([
      {
        from: { event: 'event', title: sameText('示例'), sitting: sameText('1'), head, figures },
        entrants: [
          { unit: 'u2', carried: { carried: '70' } },
          { unit: 'u3', carried: { carried: '90' } },
          { unit: 'u5', carried: { carried: '90' } },
        ],
      },
    ]);
    const back = read(nextStageText(exported(withStage({ kind: 'places', to: 1 }))));
    expect(back).toEqual({ ok: true, value: exported(withStage({ kind: 'places', to: 1 })) });
  });

  test('STAGE-4: given a line that one division alone reaches, then only that division is in the file', () => {
    expect(exported(withStage({ kind: 'at-least', points: '80' })).divisions).toEqual([towns]);
  });

  test('STAGE-4: given a value that decimals can’t hold, then it is carried exactly, as a fraction', () => {
    const scheme = aScheme({ weights: [aWeight('A', 1)] });
    const threeSeats = aDefinition({
      seats: { A: 3 },
      scheme: {
        ...scheme,
        nodes: scheme.nodes.map((node) => {
          const { round: _, ...exact } = node;
          return exact;
        }),
        ranking: { ...scheme.ranking, on: 'exact' },
        stage: { advance: { kind: 'places', to: 1 }, carry: { node: 'total', measure: 'carried' } },
      },
    });
    const three = ['A1', 'A2', 'A3'];
    const { state } = given(
      threeSeats,
      next,
      ...three.map((seat) => pair(seat)),
      next,
      ...three.map((seat, n) => ballot(seat, 'u1', [`${30 + (n === 0 ? 1 : 0)}`, '20'])),
      next,
      lock('u1'),
      count('u2'),
      jump('release'),
      release('all'),
    );
    const file = nextStageOf(state, head);
    expect(file.ok && file.value.earlierStages[0]?.entrants).toEqual([
      { unit: 'u1', carried: { carried: '151/3' } },
    ]);
  });

  test('STAGE-4: given a file that was changed, has a misspelt member or no hash, then the place is named', () => {
    const text = nextStageText(exported(withStage({ kind: 'places', to: 1 })));
    const problems = (changed: string) => {
      const back = read(changed);
      return back.ok ? [] : back.error.map(({ code, path }) => `${code} at ${path}`);
    };
    expect(problems(text.replace('"carried": "70"', '"carried": "79"'))).toEqual([
      'stage-file-changed at from.0: sha256',
    ]);
    expect(problems(text.replace('"carried": "70"', '"carried": 70'))).toEqual([
      'bad-shape at from.0: earlierStages.0.entrants.0.carried.carried',
    ]);
    expect(problems(text.replace('"units"', '"unit"'))).toContain('bad-shape at from.0: units');
    expect(problems(text.replace(/,\n {2}"sha256": "[0-9a-f]+"/, ''))).toEqual([
      'bad-shape at from.0: sha256',
    ]);
    expect(problems(JSON.stringify({ ...JSON.parse(text) }))).toEqual([]);
  });
});

describe('the next stage', () => {
  const file = exported(withStage({ kind: 'places', to: 1 }));
  const units = ['u2', 'u3', 'u5'];
  const parsed = parseEventDefinition(withEntrants(finalWithout(units), [file]));
  const definition = parsed.ok ? parsed.value : null;

  /** The codes and places of what is wrong with the final, after a change. */
  function problemsAfter(change: (final: EventDefinition) => EventDefinition): readonly string[] {
    if (!definition) throw new Error(JSON.stringify(parsed));
    return definitionProblems(change(definition)).map(({ code, path }) => `${code} at ${path}`);
  }
  test('STAGE-1: given numbers carried over, when the rules change to some that take none, then that is refused', () => {
    if (!definition) throw new Error(JSON.stringify(parsed));
    given(definition, next)
      .when({
        kind: 'ChangeScheme',
        scheme: { ...aScheme(), isMonitorRequired: false },
        schemeHash: 'f'.repeat(64),
        orderedBy: '',
        reason: '',
      })
      .thenRefused('unknown-measure', 'scheme.nodes');
  });

  const withEntrant = (entrants: NonNullable<EventDefinition['earlierStages']>[number]['entrants']) =>
    problemsAfter((final) => ({
      ...final,
      earlierStages: (final.earlierStages ?? []).map((stage) => ({ ...stage, entrants })),
    }));

  test('STAGE-1: given the file, then its units and divisions are those of the next event', () => {
    expect(definition?.units.map(({ id }) => id)).toEqual(units);
    expect(definition?.divisions).toEqual([streets, towns]);
  });

  test('STAGE-1: given an entrant that isn’t there, is there twice, or brings what isn’t asked or nothing, then each is named', () => {
    const [u2, u3, u5] = definition?.units.map(({ id }) => id) ?? [];
    if (!u2 || !u3 || !u5) throw new Error('no units');
    const carried = { carried: '70' };
    expect(withEntrant([{ unit: unitId('u9'), carried }])).toEqual([
      'unknown-unit at earlierStages.0.entrants.0.unit',
    ]);
    expect(
      withEntrant([
        { unit: u2, carried },
        { unit: u2, carried },
      ]),
    ).toEqual([
      'not-unique at earlierStages.0.entrants.1.unit',
      'not-unique at earlierStages.0.entrants.1.carried.carried',
    ]);
    expect(withEntrant([{ unit: u2, carried: { seconds: '9' } }])).toEqual([
      'unasked-measure at earlierStages.0.entrants.0.carried.seconds',
    ]);
    expect(
      withEntrant([{ unit: u2, carried }, { unit: u3 }, { unit: u5, carried: { carried: null } }]),
    ).toEqual(['carried-missing at earlierStages.0.entrants.1.carried.carried']);
  });

  /*
   * By hand: u2 carries 70 and gets 40 today: 0.6 × 40 + 0.4 × 70 = 52; u3 carries 90 and gets 50: 66; u5 carries 90
   * and gets 80: 84. Streets: u2 first. Towns: u5 before u3.
   */
  const votedOn = () => {
    if (!definition) throw new Error(JSON.stringify(parsed));
    return given(
      definition,
      next,
      ...seats.map((seat) => pair(seat)),
      ...turn('u2', seats, ['20', '20']),
      ...turn('u3', seats, ['30', '20']),
      ...turn('u5', seats, ['50', '30']),
    );
  };
  const lines = ({ state }: ReturnType<typeof votedOn>) =>
    state.result.kind === 'none'
      ? []
      : state.result.figures.units.map(
          ({ unit, division, place, total }) => `${division} ${place} ${unit} ${total}`,
        );

  test('STAGE-2: given what is carried, when counted, then it goes into the total by its weight', () => {
    expect(lines(votedOn().and(count()))).toEqual([
      'streets 1 u2 52.00',
      'towns 1 u5 84.00',
      'towns 2 u3 66.00',
    ]);
  });

  test('STAGE-2: given another number is recorded in its place, then that is a correction, with a reason', () => {
    const record = (reason: string) =>
      ({ kind: 'RecordMeasure', unit: 'u2', measure: 'carried', value: '80', reason }) as const;
    votedOn().when(record('')).thenRefused('reason-missing', 'reason');
    const { recorded } = buildBeside(votedOn().state);
    expect(recorded.map(({ unit, values, carried }) => [unit.id, values, carried])).toEqual([
      ['u2', { carried: '70' }, ['carried']],
      ['u3', { carried: '90' }, ['carried']],
      ['u5', { carried: '90' }, ['carried']],
    ]);
    const corrected = buildBeside(votedOn().and(record('初赛复核')).state).recorded[0];
    expect(corrected).toMatchObject({ values: { carried: '80' } });
    expect(corrected?.carried).toBeUndefined();
    // 0.6 × 40 + 0.4 × 80 = 56
    expect(lines(votedOn().and(record('初赛复核'), count()))[0]).toBe('streets 1 u2 56.00');
  });
});
