import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { roundId, type UnitId } from '../../shared/kernel/brand.ts';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type {
  BallotDraftView,
  BallotFormView,
  StoredBallotView,
  UnitView,
} from '../../shared/views/view-sections.ts';
import { type PaperValues, paperOf } from '../ballot-paper/paper.ts';
import type { PanelState } from '../panel/panel-state.ts';
import {
  agreement,
  appraisal,
  approval,
  grades,
  looseApproval,
  looseRanking,
  placement,
  points,
  pointsOnAll,
  ranking,
  sampleUnits,
  satisfaction,
  speech,
  totals,
  winner,
} from './sample-ballots.ts';
import { form, lost, marks, scoring, seated, stored, unit, unsent } from './seated-samples.ts';

type Filling = {
  readonly parts: readonly BallotType[];
  /** Units of the paper; the one on stage where none are given. */
  readonly units?: readonly UnitView[];
  readonly values?: PaperValues;
  readonly notOn?: readonly UnitId[];
  readonly casts?: readonly string[];
};

/** A round of its own: `values` are filled in so far. */
const filling = ({ parts, units, values, notOn, casts }: Filling): ReturnType<typeof scoring> => {
  const base = scoring({});
  const round = roundId('sample.1');
  const own: BallotFormView = {
    ...form,
    round,
    parts,
    unit: units ? null : unit,
    units: units ?? [unit],
  };
  return {
    ...base,
    drafts: { [round]: values ?? {} },
    view: {
      ...base.view,
      ballot: own,
      casts: casts ?? parts.map(({ id }) => id),
      notOn: notOn ?? [],
    },
  };
};

/** The same, as the host has it. */
const storing = (what: Filling): ReturnType<typeof scoring> => {
  const base = filling(what);
  const signed = signedBallotText({
    protocol: 'leitai-ballot-1',
    event: 'sample',
    round: base.view.ballot?.round ?? '',
    opening: 1,
    scheme: form.schemeHash,
    seat: 's12',
    device: 1,
    n: 1,
    mark: form.mark,
    values: what.values ?? {},
  });
  const mine: StoredBallotView = {
    ...stored,
    round: roundId('sample.1'),
    values: what.values ?? {},
    total: '',
    code: ballotCheckCode(signed),
    signed,
  };
  return { ...base, drafts: {}, view: { ...base.view, mine } };
};

const all = sampleUnits;
const [first, , , own] = all;
const notOwn = own ? [own.id] : [];
const voted = all.filter(({ id }) => id !== own?.id);

const onAll = (values: readonly string[], key: string, units = voted): PaperValues =>
  Object.fromEntries(units.slice(0, values.length).map(({ id }, n) => [`${id}/${key}`, values[n] ?? '']));

/** Places of as many units as asked, not in their order. */
const places = (count: number): PaperValues =>
  onAll([3, 1, 5, 2, 4, 7, 6, 12, 9, 8, 11, 10].map((place) => `${place}`).slice(0, count), 'place');

const someGrades = [
  'good',
  'best',
  'good',
  'fair',
  'best',
  'good',
  'best',
  'good',
  'fair',
  'good',
  'good',
  'fair',
];
const someMarks = ['88.5', '92', '85', '90.5', '87', '96', '83.5', '89', '91', '84', '86.5', '90'];
const yesOn = (...units: readonly number[]): PaperValues =>
  Object.fromEntries(voted.map(({ id }, n) => [`${id}/vote`, units.includes(n) ? 'yes' : 'no']));
const secretly = (ballot: BallotType): BallotType => ({ ...ballot, secrecy: 'anonymous' });

/** Ballot papers of every shape. */
export const paperSamples: { readonly [name: string]: () => PanelState } = {
  'two-ballots': () =>
    filling({ parts: [points, satisfaction], values: { 'marks/c1': '18.5', 'marks/c2': '14' } }),
  'two-ballots-ready': () =>
    filling({
      parts: [speech, satisfaction],
      values: { 'speech/total': '91.5', 'satisfaction/grade': 'good' },
    }),
  'two-ballots-stored': () =>
    storing({
      parts: [points, satisfaction],
      values: {
        ...Object.fromEntries(Object.entries(marks).map(([id, mark]) => [`marks/${id}`, mark])),
        'satisfaction/grade': 'good',
      },
    }),
  'own-of-two': () => filling({ parts: [points, satisfaction], casts: [satisfaction.id] }),
  'not-asked': () => filling({ parts: [points], casts: [] }),
  'ranking-empty': () => filling({ parts: [ranking], units: all, notOn: notOwn }),
  ranking: () => filling({ parts: [ranking], units: all, notOn: notOwn, values: places(5) }),
  'ranking-whole': () => filling({ parts: [ranking], units: all, notOn: notOwn, values: places(12) }),
  'ranking-void': () => filling({ parts: [looseRanking], units: all, notOn: notOwn, values: places(5) }),
  'ranking-returned': () => {
    const base = filling({ parts: [ranking], units: all, notOn: notOwn });
    const draft: BallotDraftView = {
      round: roundId('sample.1'),
      values: places(12),
      from: { kind: 'returned' },
    };
    return { ...base, drafts: {}, view: { ...base.view, draft } };
  },
  'ranking-stored': () => storing({ parts: [ranking], units: all, notOn: notOwn, values: places(12) }),
  approval: () => filling({ parts: [approval], units: all, values: { 'u2/vote': 'yes', 'u7/vote': 'yes' } }),
  'approval-void': () =>
    filling({ parts: [looseApproval], units: all, notOn: notOwn, values: yesOn(0, 2, 5, 7) }),
  'approval-stored': () => storing({ parts: [approval], units: all, notOn: notOwn, values: yesOn(1, 5) }),
  winner: () => filling({ parts: [winner], units: all, notOn: notOwn, values: yesOn(3) }),
  'grades-on-all': () =>
    filling({ parts: [grades], units: all, notOn: notOwn, values: onAll(someGrades.slice(0, 5), 'grade') }),
  'grades-too-many': () =>
    filling({
      parts: [grades],
      units: all,
      notOn: notOwn,
      values: onAll(['best', 'best', ...someGrades.slice(2)], 'grade'),
    }),
  'grades-stored': () =>
    storing({ parts: [grades], units: all, notOn: notOwn, values: onAll(someGrades, 'grade') }),
  'totals-on-all': () =>
    filling({ parts: [totals], units: all, notOn: notOwn, values: onAll(someMarks.slice(0, 5), 'total') }),
  'totals-reason': () =>
    filling({ parts: [totals], units: all, notOn: notOwn, values: onAll(someMarks, 'total') }),
  'points-on-all': () =>
    filling({
      parts: [pointsOnAll],
      units: all,
      notOn: notOwn,
      values: { 'u1/c1': '18', 'u1/c2': '13.5', 'u1/c3': '14', 'u2/c1': '17' },
    }),
  'places-on-all': () =>
    filling({
      parts: [placement],
      units: all,
      notOn: notOwn,
      values: onAll(['3', '1', '1'], 'place'),
    }),
  'points-reason': () =>
    filling({
      parts: [{ ...points, validity: [{ kind: 'reason-beyond', marks: { above: '19' }, effect: 'warn' }] }],
      values: { ...marks, c1: '19.5' },
    }),
  'secret-points': () => filling({ parts: [secretly(points)], values: { c1: '18' } }),
  'yes-no-on-all': () =>
    filling({
      parts: [{ ...agreement, round: { kind: 'all-units' } }],
      units: all.slice(0, 5),
      values: { 'u1/vote': 'yes', 'u2/vote': 'abstain' },
    }),
  'ranking-and-winner': () =>
    filling({
      parts: [ranking, winner],
      units: all.slice(0, 6),
      values: { 'ranking/u3/place': '1', 'ranking/u1/place': '2', 'winner/u3/vote': 'yes' },
    }),
  'secret-listening': () => {
    const base = seated();
    return { ...base, view: { ...base.view, seat: { ...base.view.seat, isCard: true } } };
  },
  'secret-choice': () => filling({ parts: [secretly(satisfaction)] }),
  'secret-marks': () => filling({ parts: [secretly(speech)], values: { total: '88' } }),
  'secret-ranking': () =>
    filling({
      parts: [secretly(ranking)],
      units: all,
      values: { ...places(4), [`${first?.id}/@recused`]: 'yes' },
    }),
  'secret-grades': () =>
    filling({ parts: [appraisal], units: all, values: { 'u1/grade': 'basic', 'u2/@recused': 'yes' } }),
  'secret-unsent': () => {
    const base = filling({ parts: [secretly(ranking)], units: all });
    const paper = paperOf(base.view.ballot ?? form, base.view);
    return lost({ ...base, ballots: [{ ...unsent, paper, values: places(12), round: 'sample.1' }] });
  },
  'secret-stored': () =>
    storing({
      parts: [secretly(ranking)],
      units: all.slice(0, 4),
      values: { 'u1/place': '2', 'u2/place': '1', 'u3/@recused': 'yes', 'u4/place': '3' },
    }),
};
