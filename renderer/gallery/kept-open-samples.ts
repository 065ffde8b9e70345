import { ballotTotal } from '../../shared/domain/ballot.ts';
import { roundId, unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type { BallotFormView, SeatPaperView, StoredBallotView } from '../../shared/views/view-sections.ts';
import type { PaperValues } from '../ballot-paper/paper.ts';
import type { KeptBallot } from '../connection/device-storage.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { criteria } from './sample-ballots.ts';
import { form, kept, lost, marks, scoring, speaking } from './seated-samples.ts';

function formOn(n: number, name: string): BallotFormView {
  const unit = {
    id: unitId(`u${n}`),
    name: localText(`示例${name}县`, `示例${name}縣`, `Example County ${n}`),
  };
  return { ...form, round: roundId(`u${n}.1`), unit, units: [unit] };
}

const third = formOn(3, '三');
const fourth = formOn(4, '四');
const marksOfThird = { ...marks, c1: '17', c4: '16.5' };

/** A ballot that this device sent, with what the host has of it. */
function storedOn(
  of: BallotFormView,
  n: number,
  values: PaperValues,
): { readonly ballot: KeptBallot; readonly mine: StoredBallotView } {
  const { signed } = kept(n, values, { kind: 'unsent' }, of);
  const code = ballotCheckCode(signed);
  const mine = {
    round: of.round,
    opening: 1,
    ballotNumber: 1,
    values,
    total: ballotTotal(criteria, values),
    code,
    signed,
  };
  return { ballot: kept(n, values, { kind: 'stored', ballotNumber: 1, values, code }, of), mine };
}

const ofThird = storedOn(third, 1, marksOfThird);
const ofFourth = storedOn(fourth, 2, marks);

const own = (mine: StoredBallotView | null): SeatPaperView => ({
  mine,
  barred: null,
  casts: ['marks'],
  notOn: [],
  draft: null,
});

/** The fifth unit is scored while the two before it are still open. */
function threeOpen(): PanelState {
  const base = scoring({ c1: '18.5', c2: '14' });
  const view = { ...base.view, keptOpen: [third, fourth], ownKept: [own(ofThird.mine), own(ofFourth.mine)] };
  return { ...base, view, ballots: [ofThird.ballot, ofFourth.ballot] };
}

/** Rounds that stay open over several turns. */
export const keptOpenSamples: { readonly [name: string]: () => PanelState } = {
  'kept-open': threeOpen,
  'kept-open-returned': () => {
    const base = threeOpen();
    const draft = { round: fourth.round, values: marks, from: { kind: 'returned' as const } };
    return {
      ...base,
      view: { ...base.view, ownKept: [own(ofThird.mine), { ...own(null), draft }] },
    };
  },
  'kept-open-unsent': () => {
    const base = threeOpen();
    const change = kept(3, { ...marks, c1: '19' }, { kind: 'unsent' }, fourth);
    return lost({ ...base, ballots: [...base.ballots, change] });
  },
  'kept-open-lost': () => {
    const base = threeOpen();
    const refusal = { code: 'round-closed', path: '', params: {} };
    const late = kept(3, { ...marks, c1: '19' }, { kind: 'refused', refusal }, fourth);
    return {
      ...base,
      view: { ...base.view, keptOpen: [], ownKept: [] },
      ballots: [...base.ballots, late],
    };
  },
  /** The next unit's film runs, and the one before can still be changed. */
  correctable: () => {
    const base = scoring(marks);
    const unit = { id: unitId('u5'), name: localText('示例五县', '示例五縣', 'Example County 5') };
    return {
      ...base,
      ballots: [ofFourth.ballot],
      view: {
        ...base.view,
        ballot: fourth,
        mine: ofFourth.mine,
        stage: { ...speaking, unit, task: 'score' },
        timer: { timer: { kind: 'none' }, bells: null, bellsAtMs: [] },
      },
    };
  },
};
