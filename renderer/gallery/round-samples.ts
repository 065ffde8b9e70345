import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { BesideView, ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import type { SceneView } from '../../shared/views/view-sections.ts';
import { dives, timedRuns, wideDives } from './attempt-samples.ts';
import { afterBallots, type ConsoleSample, heldResult, online } from './console-samples.ts';
import { units } from './sample-agenda.ts';
import { approval, points, pointsOnAll, ranking, speech, winner } from './sample-ballots.ts';
import {
  type Change,
  countdown,
  fifth,
  noTimer,
  resultRows,
  roundOf,
  sampleView,
  seatsOf,
} from './sample-console.ts';
import { thirdDive } from './wall-samples.ts';

const dive = localText('评分', '評分', 'Scoring');
const vote = localText('全部单位表决', '全部單位表決', 'Vote on all units');
const tieBreak: BallotType = { ...approval, id: 'again', name: localText('加赛票', '加賽票', 'Second vote') };
const secretVote: BallotType = { ...approval, secrecy: 'anonymous' };

/** One round on all units, with these ballots. */
function wideRound(
  forms: readonly BallotType[],
  state: ConsoleRound['state'],
  missing: readonly string[] = [],
  decisions: ConsoleRound['decisions'] = [],
): ConsoleRound {
  return {
    ...roundOf(fifth, state, missing, decisions),
    round: '*.1',
    unit: null,
    units,
    forms: forms.map(({ id }) => id),
  };
}

const scene = (state: 'open' | 'locked'): SceneView => ({
  kind: 'ballot',
  stepName: vote,
  unit: null,
  position: null,
  state,
});

function voting(ballots: readonly BallotType[], round: ConsoleRound, sections: Change = {}): ConsoleView {
  const timer = countdown(90_000, 41_000, 'ballot', [10_000, 0]);
  const { submitted, expected } = round.counts;
  const view = sampleView({
    at: { step: 'A8', intoMs: 49_000 },
    round,
    rounds: [...units.map((unit) => ({ ...roundOf(unit, 'locked'), forms: ['speech'] })), round],
    ballots,
    timer,
    wall: { scene: scene('open'), counts: round.counts, timer, curtain: 'open' },
    next:
      round.due > 0
        ? {
            kind: 'held',
            needs: 'missing-seats',
            round: round.round,
            seats: round.missing,
            count: round.due,
          }
        : { kind: 'lock', round: round.round, unit: null, locks: [], keepsOpen: [], submitted, expected },
    seats: seatsOf((number) => ({
      ballot: round.missing.includes(`s${number}`) ? 'awaited' : 'stored',
    })),
    undo: { undo: null, redo: null, blocked: 'undo-round-has-ballots' },
    recent: [{ n: 2101, wall: Date.now() - 49_000, kind: 'RoundOpened', params: {} }],
    ...sections,
  });
  const stage = { ...view.stage, stepName: vote, unit: null };
  const castings = ['speech', 'ranking', 'approval'].map((form) => ({ form, attempt: null }));
  const scheme = { ...view.scheme, castings, required: castings, tieBreak: ['again'] };
  return { ...view, stage, scheme };
}

const onPaper: ConsoleRound['decisions'] = [{ seat: 's12', decision: 'paper', reason: '设备离线' }];

/** Cards of a secret round: nothing of a single seat. */
function secretRound(due: readonly [number, number], lowered: readonly [number, number]): ConsoleRound {
  const all = wideRound([secretVote], 'open');
  const of = (at: 0 | 1, cards: number) => {
    const expected = cards - lowered[at];
    return { submitted: expected - due[at], expected };
  };
  const [first, second] = all.counts.groups;
  const [leaders, citizens] = [of(0, 8), of(1, 12)];
  return {
    ...all,
    isSecret: true,
    due: due[0] + due[1],
    cards: [
      { group: 'g1', due: due[0], lowered: lowered[0], reason: lowered[0] > 0 ? '请假' : '' },
      { group: 'g2', due: due[1], lowered: lowered[1], reason: lowered[1] > 0 ? '中途离场' : '' },
    ],
    counts: {
      submitted: leaders.submitted + citizens.submitted,
      expected: leaders.expected + citizens.expected,
      groups: [...(first ? [{ ...first, ...leaders }] : []), ...(second ? [{ ...second, ...citizens }] : [])],
    },
  };
}

function secretVoting(round: ConsoleRound, sections: Partial<ConsoleView> = {}): ConsoleView {
  return voting([secretVote], round, {
    rounds: [round],
    seats: seatsOf((number) => ({
      ballot: 'secret',
      ...(number === 4 ? { connection: 'offline', offlineSinceWall: Date.now() - 47_000 } : {}),
      ...(number === 20 ? { connection: 'never', device: null } : {}),
    })),
    ...sections,
  });
}

const at = (index: number) => units[index] ?? fifth;

export const sampleBeside: BesideView = {
  measures: [
    { id: 'seconds', name: localText('用时（秒）', '用時（秒）', 'Time (s)'), isTime: true },
    { id: 'errors', name: localText('差错数', '差錯數', 'Errors'), isTime: false },
  ],
  attempts: [],
  recorded: units.slice(0, 9).map((unit, index) => ({
    unit,
    values: {
      seconds:
        index === 7
          ? { kind: 'unconfirmed', value: '187.42' }
          : index === 3
            ? { kind: 'did-not-finish' }
            : `${171 + index * 3}.${20 + index}`,
      ...(index < 6 ? { errors: String(index % 3) } : {}),
    },
  })),
  facts: [
    {
      id: 'limit',
      name: localText('限时（秒）', '限時（秒）', 'Time limit (s)'),
      usual: '240',
      given: null,
    },
    {
      id: 'par',
      name: localText('标准用时（秒）', '標準用時（秒）', 'Par time (s)'),
      usual: null,
      given: null,
    },
  ],
  pointsNodes: [
    { id: 'safety', name: localText('安全扣分', '安全扣分', 'Safety') },
    { id: 'bonus', name: localText('创新加分', '創新加分', 'Innovation bonus') },
  ],
  points: [
    { id: 1, unit: at(2), node: 'safety', points: '-2', reason: '未戴护目镜', author: '裁判长' },
    { id: 2, unit: at(6), node: 'bonus', points: '1.5', reason: '新工艺', author: '评委会' },
  ],
  mayDecideTies: true,
  ties: [{ units: [at(1), at(4)], reason: '现场合议', author: '评委会' }],
};

const beforeCount: Change = {
  at: { step: `A7.${at(12).id}`, intoMs: 60_000 },
  round: null,
  next: { kind: 'held', needs: 'count' },
  timer: noTimer,
  message: null,
};

const manyBallots = [speech, ranking, approval, winner, tieBreak];

/** States of rounds on all units, secret rounds and what stands beside the ballots, of invented units and figures. */
export const roundSamples: { readonly [state: string]: () => ConsoleSample } = {
  wideHeld: () => ({
    link: online,
    view: voting([speech, ranking, approval], wideRound([ranking, approval], 'open', ['s4', 's6'], onPaper)),
  }),
  wideLock: () => ({
    link: online,
    view: voting([ranking], wideRound([ranking], 'open')),
  }),
  secret: () => ({ link: online, view: secretVoting(secretRound([1, 3], [1, 0])) }),
  secretTimeUp: () => {
    const timer = countdown(90_000, 0, 'ballot', [10_000, 0]);
    return { link: online, view: secretVoting(secretRound([1, 3], [0, 2]), { timer }) };
  },
  secretSeat: () => ({
    link: online,
    drawer: 'seat',
    drawerTarget: 's7',
    view: secretVoting(secretRound([1, 3], [1, 0])),
  }),
  openRounds: () => {
    const locked = wideRound([ranking, approval], 'locked');
    const view = voting(manyBallots, locked, { round: null });
    return {
      link: online,
      drawer: 'units',
      drawerTarget: at(5).id,
      view: { ...view, rounds: view.rounds.filter(({ unit }) => unit?.id !== at(5).id) },
    };
  },
  paperWide: () => ({
    link: online,
    drawer: 'paper',
    drawerTarget: '*.1 s12',
    view: voting([pointsOnAll, ranking, approval], {
      ...wideRound([pointsOnAll, ranking, approval], 'open', [], onPaper),
      units: units.slice(0, 5),
    }),
  }),
  countWide: () => {
    const open = wideRound([ranking], 'locked', [], onPaper);
    const view = voting([speech, ranking, approval], open, beforeCount);
    return { link: online, view };
  },
  beside: () => ({
    link: online,
    drawer: 'beside',
    view: sampleView({ ...beforeCount, ...afterBallots, beside: sampleBeside }),
  }),
  besideCounted: () => ({
    link: online,
    drawer: 'beside',
    view: sampleView({
      ...afterBallots,
      beside: { ...sampleBeside, facts: [], mayDecideTies: false },
      result: { ...heldResult, rows: resultRows },
    }),
  }),
  besideTies: () => ({
    link: online,
    drawer: 'beside',
    view: sampleView({
      ...beforeCount,
      ...afterBallots,
      ballots: [points],
      beside: { ...sampleBeside, measures: [], facts: [], pointsNodes: [], points: [], recorded: [] },
    }),
  }),
  attempts: () => ({
    link: online,
    drawer: 'beside',
    view: sampleView({ ...beforeCount, ...afterBallots, beside: { ...sampleBeside, ...timedRuns } }),
  }),
  attemptsWide: () => ({
    link: online,
    drawer: 'beside',
    view: sampleView({ ...beforeCount, ...afterBallots, beside: { ...sampleBeside, ...wideDives } }),
  }),
  attemptLive: () => {
    const round = { ...roundOf(fifth, 'open', ['s4', 's6']), attempt: thirdDive };
    const view = sampleView({ ...beforeCount, round, rounds: [round] });
    return {
      link: online,
      view: { ...view, stage: { ...view.stage, unit: fifth, attempt: thirdDive, stepName: dive } },
    };
  },
  attemptUnits: () => {
    const [first, second, third] = dives.attempts.map((of) => ({
      ...roundOf(fifth, 'locked'),
      round: `${fifth.id}.${of.id}`,
      attempt: { list: dives.list, ...of },
    }));
    const rounds = [first, second, third].flatMap((each) => (each ? [each] : []));
    const castings = dives.attempts.map((of) => ({ form: 'marks', attempt: { list: dives.list, ...of } }));
    const view = sampleView({ ...beforeCount, round: null, rounds });
    return {
      link: online,
      drawer: 'units',
      drawerTarget: fifth.id,
      view: { ...view, scheme: { ...view.scheme, castings, required: castings } },
    };
  },
  countNumbers: () => {
    const view = sampleView({
      ...beforeCount,
      ...afterBallots,
      ballots: [],
      rounds: [],
      beside: { ...sampleBeside, ...timedRuns, facts: [], pointsNodes: [], points: [] },
    });
    return { link: online, view: { ...view, scheme: { ...view.scheme, required: [] } } };
  },
  besideButton: () => ({
    link: online,
    view: sampleView({ ...beforeCount, ...afterBallots, beside: sampleBeside }),
  }),
};
