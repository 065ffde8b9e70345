import { isCastBy } from '../../shared/domain/scoring/rules/casting.ts';
import { unitId } from '../../shared/kernel/brand.ts';
import type { ConsoleRound, ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { type Paper, paperOf } from '../ballot-paper/paper.ts';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { PaperForm } from './paper-form.tsx';
import { paperTarget } from './paper-target.ts';
import { RefusalNote } from './refusal-note.tsx';
import { useRoundName } from './round-name.ts';
import { useWords } from './use-words.ts';

export type PaperDrawerView = Pick<
  ConsoleView,
  'rounds' | 'seats' | 'ballots' | 'event' | 'recusals' | 'exits'
>;

/** The seat's paper: the ballots of its group, without the units that it may not vote on. */
function paperFor(
  { ballots, recusals, exits }: PaperDrawerView,
  round: ConsoleRound,
  seat: ConsoleSeat,
): Paper {
  const parts = ballots.filter(({ id }) => round.forms.includes(id));
  const casts = parts.flatMap((ballot) => (isCastBy(ballot, seat.group) ? [ballot.id] : []));
  const recused = recusals.flatMap((recusal) => (recusal.seat === seat.seat ? [recusal.unit.id] : []));
  const left = round.unit === null ? exits.map(({ id }) => unitId(id)) : [];
  return paperOf({ ...round, parts }, { casts, notOn: [...recused, ...left] });
}

/** A ballot on paper, typed in by the operator and read back before it is entered. */
export function PaperDrawer({ view }: { readonly view: PaperDrawerView }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const target = useDesk((desk) => desk.drawerTarget) ?? '';
  const round = view.rounds.find((each) =>
    each.paperAwaited.some((seat) => paperTarget(each.round, seat) === target),
  );
  const seat = round && view.seats.find((each) => paperTarget(round.round, each.seat) === target);
  const title = seat ? t('paper.title', { number: seat.number, unit: roundName(round) }) : t('seat.paper');
  return (
    <Drawer title={title} isNarrow>
      {seat ? (
        <PaperForm key={target} paper={paperFor(view, round, seat)} round={round} seat={seat} />
      ) : (
        <p className={styles.hint}>{t('paper.gone')}</p>
      )}
      <RefusalNote control="paper" />
    </Drawer>
  );
}
