import { unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { BallotDraftView, BallotFormView } from '../../shared/views/view-sections.ts';
import type { BallotFate } from '../connection/device-storage.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { keptOpenSamples } from './kept-open-samples.ts';
import { paperSamples } from './paper-samples.ts';
import { agreement, points, satisfaction } from './sample-ballots.ts';
import {
  acknowledged,
  admission,
  form,
  holding,
  kept,
  lost,
  marks,
  scoring,
  seated,
  speaking,
  stored,
  unsent,
} from './seated-samples.ts';
import { thirdDive } from './wall-samples.ts';

const stranger = (state: 'pair' | 'wait-for-operator'): PanelState => ({
  ...seated(),
  admission: admission(state),
  view: {},
});

const locked = (state: PanelState): PanelState => ({
  ...state,
  view: {
    ...state.view,
    stage: { ...speaking, task: 'locked' },
    ballot: { ...form, state: 'locked' },
  },
});

const refused = (code: string): BallotFate => ({ kind: 'refused', refusal: { code, path: '', params: {} } });

const { c6: _, ...fiveMarks } = marks;

/** The same round as a ballot by grade; `chosen` is what the host has. */
const choosing = (chosen: string | null): PanelState => {
  const base = scoring({});
  const ballot: BallotFormView = { ...form, parts: [satisfaction] };
  const mine = chosen === null ? null : { ...stored, values: { grade: chosen }, total: '' };
  return { ...base, view: { ...base.view, ballot, casts: [satisfaction.id], mine } };
};

/** A seat that may cast no electronic ballot in this round. */
const barred = (why: 'recused' | 'absent' | 'excluded' | 'paper'): PanelState => {
  const base = scoring({});
  return { ...base, view: { ...base.view, barred: why } };
};

/** The panelist went out at a quarter past two; `mine` is the ballot given before. */
const away = (base: PanelState): PanelState => ({
  ...base,
  view: { ...base.view, barred: 'away', awaySince: new Date(2019, 10, 13, 14, 15).getTime() },
});

/** Marks given back to the seat, or meant for this unit. */
const drafted = (from: BallotDraftView['from']): PanelState => {
  const base = scoring({});
  return { ...base, drafts: {}, view: { ...base.view, draft: { round: form.round, values: marks, from } } };
};

/** The paper of one attempt of a unit. */
const ofAttempt = (base: PanelState, unit = form.unit): PanelState => ({
  ...base,
  view: {
    ...base.view,
    stage: { ...speaking, unit, task: 'score', attempt: thirdDive },
    ballot: { ...form, unit, units: unit ? [unit] : [], attempt: thirdDive },
  },
});

const limited = (effect: 'refuse' | 'void'): PanelState => {
  const base = scoring(marks);
  const validity = [{ kind: 'at-most' as const, limit: { count: 1 }, marks: { above: '18' }, effect }];
  return { ...base, view: { ...base.view, ballot: { ...form, parts: [{ ...points, validity }] } } };
};

/** Every state of the panel's page, each as the store would hold it. */
export const panelSamples: { readonly [name: string]: () => PanelState } = {
  connecting: () => ({ ...stranger('pair'), admission: null, link: { kind: 'connecting' } }),
  join: () => stranger('pair'),
  'join-wrong': () => ({
    ...stranger('pair'),
    pairing: {
      kind: 'refused',
      claim: { kind: 'code', code: '7F3KD0QXM2' },
      refusal: { code: 'wrong-card', path: '', params: {} },
      retryAtMs: null,
    },
  }),
  'join-void': () => ({
    ...stranger('pair'),
    pairing: {
      kind: 'refused',
      claim: { kind: 'card', seat: 's12', secret: '' },
      refusal: { code: 'wrong-card', path: '', params: {} },
      retryAtMs: performance.now() + 30_000,
    },
  }),
  'join-displaced': () => ({ ...stranger('pair'), pairing: { kind: 'displaced' } }),
  'wait-for-operator': () => stranger('wait-for-operator'),
  'before-start': () => {
    const base = seated();
    return { ...base, view: { ...base.view, stage: { ...speaking, task: 'wait-for-start' } } };
  },
  listen: seated,
  'listen-refused': () => ({ ...seated(), ballots: [kept(1, marks, refused('round-closed'))] }),
  'scoring-empty': () => scoring({}),
  scoring: () => scoring({ c1: '18.5', c2: '14', c3: '13.5', c4: '18.5' }),
  'scoring-report': () => {
    const base = scoring({});
    return {
      ...base,
      view: { ...base.view, timer: { timer: { kind: 'none' }, bells: null, bellsAtMs: [] } },
    };
  },
  'scoring-last': () => scoring(fiveMarks),
  ready: () => scoring(marks),
  'scoring-again': () => ({
    ...scoring(marks),
    ballots: [kept(1, marks, refused('round-reopened'))],
  }),
  attempt: () => ofAttempt(scoring({ c1: '18.5' })),
  'attempt-long': () =>
    ofAttempt(scoring({ c1: '18.5' }), {
      id: form.units[0]?.id ?? unitId('u5'),
      name: localText(
        '示例湾经济技术开发区产业集聚区',
        '示例灣經濟技術開發區產業集聚區',
        'Example Bay Economic and Technological Development Zone',
      ),
    }),
  'attempt-stored': () => ofAttempt(holding([acknowledged], stored)),
  'scoring-offline': () => lost(scoring(fiveMarks)),
  choosing: () => choosing(null),
  'yes-or-no': () => {
    const base = scoring({});
    return {
      ...base,
      view: { ...base.view, ballot: { ...form, parts: [agreement] }, casts: [agreement.id] },
    };
  },
  'barred-recused': () => barred('recused'),
  'barred-absent': () => barred('absent'),
  'barred-paper': () => barred('paper'),
  away: () => away(seated()),
  'away-stored': () => away(holding([acknowledged], stored)),
  'draft-returned': () => drafted({ kind: 'returned' }),
  'draft-moved': () =>
    drafted({ kind: 'moved', unit: localText('示例四区', '示例四區', 'Example District 4') }),
  'limit-refuse': () => limited('refuse'),
  'limit-void': () => limited('void'),
  ...paperSamples,
  ...keptOpenSamples,
  sending: () => holding([unsent], null),
  stored: () => holding([acknowledged], stored),
  'stored-wrong': () => holding([acknowledged], { ...stored, values: { ...marks, c1: '8.5' } }),
  unsent: () => lost(holding([unsent], null)),
  'unsent-private': () => ({ ...lost(holding([unsent], null)), isStorageLasting: false }),
  'offline-stored': () => lost(holding([acknowledged], stored)),
  offline: () => lost(seated()),
  locked: () => locked(holding([acknowledged], stored)),
  'locked-none': () => locked(holding([], null)),
  ended: () => {
    const base = seated();
    return { ...base, view: { ...base.view, stage: { ...speaking, task: 'ended' } } };
  },
};
