import { describe, expect, test } from 'vitest';
import { anEventUnder } from '../../test/builders/any-event.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { definitionProblems } from './definition-checks.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { parseEventDefinition } from './event-definition-schema.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';

const text = (words: string) => ({ 'zh-Hans': words, 'zh-Hant': words, en: words });

function step(id: string, more: object = {}) {
  return {
    id,
    template: id.split('.')[0],
    name: text(id),
    who: text('Chair'),
    timer: { kind: 'down', plannedMs: 90_000 },
    bells: null,
    scene: 'message',
    unit: null,
    turn: null,
    round: null,
    result: null,
    isBackground: false,
    ...more,
  };
}

const about = (unit: string, round: 'opens' | 'locks') => ({ unit, turn: `t.${unit}`, round });

/** Two units, one group of one seat. Fresh for every test, so that a test may change a part. */
function contest() {
  const unit = (id: string) => ({
    id,
    code: id,
    name: text(`Unit ${id}`),
    post: text('Head'),
    dossier: [],
    projects: [],
  });
  return {
    id: 'contest',
    title: text('Contest'),
    arena: text('Arena'),
    sitting: text('First'),
    isDemo: false,
    wallLanguage: 'en',
    units: [unit('a'), unit('b')],
    groups: [{ id: 'A', name: text('Judges') }],
    seats: [{ id: 'S1', number: 1, group: 'A' }],
    scheme: {
      format: 'leitai-scheme/1',
      id: 'S',
      version: 1,
      name: text('Points'),
      groups: [{ id: 'A', weight: 1 }] as object[],
      ballots: [{ kind: 'total', id: 'marks', maximum: '100', step: '0.5' }] as object[],
      nodes: [{ kind: 'groups', id: 'total', ballot: 'marks' }] as object[],
      ranking: { by: 'total', on: 'rounded', ties: [] as object[] },
    },
    indicators: [] as object[],
    agenda: [
      step('speak.a', about('a', 'opens')),
      step('score.a', about('a', 'locks')),
      step('speak.b', about('b', 'opens')),
      step('score.b', about('b', 'locks')),
      step('count', { result: 'counts', isBackground: true }),
      step('release', { result: 'releases' }),
    ],
  };
}

type Contest = ReturnType<typeof contest>;

/** `code at path` of every problem after the change. */
function problemsAfter(change: (contest: Contest) => unknown): readonly string[] {
  const changed = contest();
  change(changed);
  const parsed = parseEventDefinition(changed);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} at ${path}`);
}

/** The problems themselves. */
function factsAfter(change: (contest: Contest) => unknown): readonly DefinitionProblem[] {
  const changed = contest();
  change(changed);
  const parsed = parseEventDefinition(changed);
  return parsed.ok ? [] : parsed.error;
}

describe('an event definition from outside', () => {
  test('given a contest that can be held, when read, then it is taken as it stands', () => {
    const parsed = parseEventDefinition(contest());
    const scheme = readScoringScheme(contest().scheme);
    expect(parsed).toEqual({ ok: true, value: { ...contest(), scheme: scheme.ok && scheme.value } });
  });

  test.each([
    ['nothing at all', null],
    ['a list', []],
    ['text', 'contest'],
  ])('given %s, when read, then the whole is refused', (_, value) => {
    const parsed = parseEventDefinition(value);
    expect(parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} at ${path}`)).toEqual([
      'bad-shape at ',
    ]);
  });

  test('given a language left out, an unknown member or a fraction where a whole number belongs, then its path is named', () => {
    expect(problemsAfter((c) => Object.assign(c, { title: { 'zh-Hans': '擂台', en: 'Arena' } }))).toEqual([
      'bad-shape at title.zh-Hant',
    ]);
    expect(problemsAfter((c) => Object.assign(c.seats[0]!, { seatNumber: 4 }))).toEqual([
      'bad-shape at seats.0.seatNumber',
    ]);
    expect(problemsAfter((c) => Object.assign(c.scheme.groups[0]!, { weight: 0.6 }))).toEqual([
      'bad-shape at scheme.groups.0.weight',
    ]);
  });

  test.each(['constructor', '__proto__', 'toString'])('given %s as an id, then it is refused', (id) => {
    expect(problemsAfter((c) => Object.assign(c.seats[0]!, { id }))).toEqual(['bad-shape at seats.0.id']);
    expect(problemsAfter((c) => Object.assign(c.agenda[0]!, { id }))).toEqual(['bad-shape at agenda.0.id']);
  });

  test.each([
    ['blank', '  '],
    ['with a lone surrogate, which has no hash', 'x\uD800'],
    ['with a line break', 'a\nb'],
    ['with a character that turns the reading direction', 'abc\u202Edef'],
  ])('given a name %s, then it is refused', (_, name) => {
    expect(problemsAfter((c) => Object.assign(c.units[0]!.name, { en: name }))).toEqual([
      'bad-shape at units.0.name.en',
    ]);
  });

  test('given two units of one name in one language, then the second is named', () => {
    expect(problemsAfter((c) => Object.assign(c.units[1]!.name, { en: 'Unit a' }))).toEqual([
      'not-unique at units.1.name.en',
    ]);
  });

  test('given ids or seat numbers twice, then the second of each is named', () => {
    expect(problemsAfter((c) => c.seats.push({ id: 'S1', number: 1, group: 'A' }))).toEqual([
      'not-unique at seats.1.id',
      'not-unique at seats.1.number',
    ]);
    expect(problemsAfter((c) => Object.assign(c.agenda[5]!, { id: 'count' }))).toEqual([
      'not-unique at agenda.5.id',
    ]);
  });

  test('given groups, seats and weights that do not meet, then each gap is named', () => {
    expect(problemsAfter((c) => c.groups.push({ id: 'B', name: text('Guests') }))).toEqual([
      'group-without-seat at groups.1',
      'group-without-weight at groups.1',
    ]);
    expect(problemsAfter((c) => Object.assign(c.seats[0]!, { group: 'Z' }))).toEqual([
      'unknown-group at seats.0.group',
      'group-without-seat at groups.0',
    ]);
    expect(problemsAfter((c) => c.scheme.groups.push({ id: 'Z', weight: 2 }))).toEqual([
      'unknown-group at scheme.groups.1.id',
    ]);
  });

  test('given a scheme that can not work, then its fault stands under scheme, with what is meant', () => {
    const strikesAll = (c: Contest) =>
      Object.assign(c.scheme.nodes[0]!, { trim: { high: 1, low: 1, fromCount: 2 } });
    expect(problemsAfter(strikesAll)).toEqual(['trim-strikes-all at scheme.nodes.0.trim.fromCount']);
    expect(factsAfter(strikesAll)).toEqual([
      { code: 'trim-strikes-all', path: 'scheme.nodes.0.trim.fromCount', detail: '2' },
    ]);
    expect(problemsAfter((c) => c.scheme.ranking.ties.push({ kind: 'node', node: 'c9' }))).toEqual([
      'unknown-node at scheme.ranking.ties.0.node',
    ]);
  });

  test('RULE-21: given ballots of all units whose limits can’t be kept on as many as there are, then each is named', () => {
    const atLeastNine = { kind: 'approval', id: 'names', atLeast: 9, atMost: 9 };
    expect(problemsAfter((c) => c.scheme.ballots.push(atLeastNine))).toEqual([
      'limit-cannot-be-met at scheme.ballots.1.atLeast',
    ]);
    const apart = { kind: 'placement', id: 'places', lastPlace: 2, round: { kind: 'all-units' } };
    const validity = [{ kind: 'no-equal-marks', effect: 'refuse' }];
    const withThirdUnit = (c: Contest) => {
      c.scheme.ballots.push({ ...apart, validity });
      c.units.push({ ...c.units[0]!, id: 'c', code: 'c', name: text('Unit c') });
    };
    expect(problemsAfter(withThirdUnit)).toContain('limit-cannot-be-met at scheme.ballots.1.validity');
  });

  test.each<[string, (contest: Contest) => unknown, string]>([
    [
      'a winner held over the first units',
      (c) => c.scheme.ballots.push({ kind: 'winner', id: 'named', round: { kind: 'first-held', held: 2 } }),
      'ballots.1.round',
    ],
    [
      'a winner that stays correctable',
      (c) =>
        c.scheme.ballots.push({ kind: 'winner', id: 'named', round: { kind: 'correctable-until-release' } }),
      'ballots.1.round',
    ],
    [
      'marks of the event’s boards',
      (c) => c.scheme.nodes.push({ kind: 'marks', id: 'boards', ballot: 'marks', each: 'indicators' }),
      'nodes.1.each',
    ],
    [
      'a number of a board that no board has',
      (c) => c.scheme.nodes.push({ kind: 'measure', id: 'trend', measure: 'trend', each: 'indicators' }),
      'nodes.1.each',
    ],
  ])(
    'SCHEME-1: given a scheme with %s, when read for an event, then it is refused as not to be held on stage',
    (_, change, path) => {
      expect(problemsAfter(change)).toContain(`not-live at scheme.${path}`);
    },
  );

  test('given a ballot on all units, when the agenda collects it unit by unit, then each step and the ballot are named', () => {
    expect(
      problemsAfter((c) => Object.assign(c.scheme.ballots[0]!, { round: { kind: 'all-units' } })),
    ).toEqual([
      'round-without-ballot at agenda.0.round',
      'round-without-ballot at agenda.1.round',
      'round-without-ballot at agenda.2.round',
      'round-without-ballot at agenda.3.round',
      'unit-never-scored at agenda',
    ]);
  });

  test('given a step with a ballot that isn’t there, or one on all units, then it is named', () => {
    expect(problemsAfter((c) => Object.assign(c.agenda[0]!, { forms: ['names'] }))).toContain(
      'unknown-ballot at agenda.0.forms.0',
    );
    expect(
      problemsAfter((c) => {
        c.scheme.ballots.push({ kind: 'winner', id: 'best' });
        Object.assign(c.agenda[0]!, { forms: ['best'] });
      }),
    ).toContain('forms-apart at agenda.0.forms.0');
  });

  test('BALLOT-10: given more units than one signed paper holds, when read, then the ballot is named', () => {
    const units = (count: number) => Array.from({ length: count }, (_, n) => `u${n}`);
    const problemsWith = (count: number) => {
      const definition = anEventUnder(builtIn('O12-election'), { units: units(count), seats: 3 });
      return definitionProblems(definition).map(({ code, path }) => `${code} at ${path}`);
    };
    expect(problemsWith(300)).toEqual([]);
    expect(problemsWith(900)).toEqual([
      'paper-too-long at scheme.ballots.0',
      'paper-too-long at scheme.ballots.1',
    ]);
  });

  test('SCORE-6: given a scheme that takes places on boards, when no board ranks every unit, then it is refused', () => {
    expect(
      problemsAfter((c) =>
        c.scheme.nodes.push({ kind: 'measure', id: 'place', measure: 'place', each: 'indicators' }),
      ),
    ).toEqual(['no-ranked-indicator at indicators']);
  });

  test('ATTEMPT-1: given a scheme that takes attempts, when the event names none, others, or one twice, then each is named', () => {
    const attempt = (id: string, name = id) => ({ id, name: text(name) });
    const runs = (c: Contest, attempts: object) => {
      c.scheme.nodes.push({ kind: 'measure', id: 'run', measure: 'seconds', each: 'runs' });
      return Object.assign(c, { attempts });
    };
    const attemptProblemsAfter = (change: (contest: Contest) => unknown) =>
      problemsAfter(change).filter((line) => line.includes('attempts'));
    expect(attemptProblemsAfter((c) => runs(c, { runs: [attempt('r1'), attempt('r2')] }))).toEqual([]);
    expect(attemptProblemsAfter((c) => runs(c, {}))).toEqual(['attempts-missing at attempts.runs']);
    expect(attemptProblemsAfter((c) => Object.assign(c, { attempts: { runs: [attempt('r1')] } }))).toEqual([
      'attempts-unread at attempts.runs',
    ]);
    expect(
      attemptProblemsAfter((c) => runs(c, { runs: [attempt('r1')], indicators: [attempt('GDP')] })),
    ).toEqual(['attempts-of-indicators at attempts.indicators']);
    expect(attemptProblemsAfter((c) => runs(c, { runs: [attempt('r1'), attempt('r1', 'again')] }))).toEqual([
      'not-unique at attempts.runs.1.id',
    ]);
    expect(attemptProblemsAfter((c) => runs(c, { runs: [attempt('r1'), attempt('r2', 'r1')] }))).toEqual(
      ['zh-Hans', 'zh-Hant', 'en'].map((language) => `not-unique at attempts.runs.1.name.${language}`),
    );
    expect(attemptProblemsAfter((c) => runs(c, { runs: [] }))).toEqual(['bad-shape at attempts.runs']);
    expect(factsAfter((c) => runs(c, { 'no list': [attempt('r1')] }))).toEqual([
      { code: 'bad-shape', path: 'attempts.no list', fault: { kind: 'bad-id' } },
    ]);
  });

  test('given indicator values of strangers, twice, or not in numbers, then each is named', () => {
    const indicator = (...values: object[]) => ({
      code: 'GDP',
      name: text('Product'),
      measure: text('CNY'),
      better: 'higher',
      period: '2018',
      values,
    });
    const value = (unit: string, number = '1.5') => ({ unit, value: number, source: 'report' });
    expect(problemsAfter((c) => c.indicators.push(indicator(value('a'), value('x'))))).toEqual([
      'unknown-unit at indicators.0.values.1.unit',
    ]);
    expect(problemsAfter((c) => c.indicators.push(indicator(value('a'), value('a'))))).toEqual([
      'not-unique at indicators.0.values.1.unit',
    ]);
    expect(problemsAfter((c) => c.indicators.push(indicator(value('a', '1,5'))))).toEqual([
      'bad-shape at indicators.0.values.0.value',
    ]);
  });
});

describe('the agenda of a definition can be run to its end', () => {
  test.each<[string, (contest: Contest) => unknown, readonly string[]]>([
    [
      'a step about a stranger',
      (c) => c.agenda.unshift(step('x', { unit: 'z' })),
      ['unknown-unit at agenda.0.unit'],
    ],
    ['a unit without a round', (c) => c.agenda.splice(0, 2), ['unit-never-scored at agenda']],
    ['a round that is never locked', (c) => c.agenda.splice(1, 1), ['round-never-locked at agenda.0']],
    ['a round that is never opened', (c) => c.agenda.splice(0, 1), ['round-never-opened at agenda.0']],
    [
      'a lock before the opening',
      (c) => c.agenda.unshift(...c.agenda.splice(1, 1)),
      ['locked-before-opened at agenda.0.round'],
    ],
    [
      'a second round of one unit',
      (c) => c.agenda.splice(4, 0, step('again', about('a', 'opens'))),
      ['second-round at agenda.4.round'],
    ],
    [
      'a round without a unit',
      (c) => c.agenda.unshift(step('x', { round: 'locks' })),
      ['round-without-unit at agenda.0.round'],
    ],
    [
      'a round in the background',
      (c) => Object.assign(c.agenda[0]!, { isBackground: true }),
      ['round-in-background at agenda.0'],
    ],
    ['no count', (c) => c.agenda.splice(4, 1), ['count-missing at agenda']],
    [
      'no release, so that the agenda ends in the background',
      (c) => c.agenda.splice(5, 1),
      ['last-in-background at agenda.4', 'release-missing at agenda'],
    ],
    [
      'a count before the last lock',
      (c) => c.agenda.splice(3, 0, ...c.agenda.splice(4, 1)),
      ['counted-before-locked at agenda.3'],
    ],
    [
      'a release before the count',
      (c) => c.agenda.push(step('end'), ...c.agenda.splice(4, 1), step('bow')),
      ['released-before-counted at agenda.4'],
    ],
    [
      'a second release',
      (c) => c.agenda.push(step('again', { result: 'releases' })),
      ['result-twice at agenda.6.result'],
    ],
  ])('given %s, when read, then it is refused there', (_, change, expected) => {
    expect(problemsAfter(change)).toEqual(expected);
  });
});
