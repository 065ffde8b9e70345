import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import type { AttemptView } from '../../shared/views/view-sections.ts';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { roundInTheWay } from './open-rounds.ts';
import { OpenRoundsLine } from './open-rounds-line.tsx';
import { ProposalList } from './proposal-list.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { RoundActs } from './round-acts.tsx';
import { ballotsFor, useRoundName } from './round-name.ts';
import { SeatMap } from './seat-map.tsx';
import styles from './stage.module.css';
import { isVotedOn } from './standing-round.ts';
import { useWords } from './use-words.ts';

type RoundPanelView = Pick<
  ConsoleView,
  | 'round'
  | 'rounds'
  | 'openRounds'
  | 'stage'
  | 'seats'
  | 'event'
  | 'next'
  | 'result'
  | 'scheme'
  | 'proposals'
  | 'ballots'
>;

/** The attempt as an order names it; nothing where a vote is on the unit itself. */
function attemptOf(attempt: AttemptView | null) {
  return attempt ? { attempt: { list: attempt.list, id: attempt.id } } : {};
}

/** After a round of the wrong unit: the one that it was meant for, where the marks wait as drafts. */
function OpenMeant({ view }: { view: RoundPanelView }) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const last = view.rounds[view.rounds.length - 1];
  const meant = last?.movedTo ?? null;
  const { forms: cast = [], attempt = null } = last ?? {};
  const isThere = meant && cast.some((form) => isVotedOn(view.rounds, meant.id, { form, attempt }));
  if (!meant || roundInTheWay(view) || isThere) return null;
  // The marks wait in the ballots of the round that was opened wrongly.
  const forms = view.ballots.length > 1 ? { forms: [...cast] } : {};
  return (
    <ConsoleButton
      isSmall
      label={t('round.openMeant', {
        unit: unitAndAttempt(localise, meant, attempt),
      })}
      onPress={() =>
        void order('round', { kind: 'OpenRound', unit: meant.id, ...forms, ...attemptOf(attempt) })
      }
    />
  );
}

/** Opening the unit on stage by hand; rounds of other ballots or units are opened among the units and rounds. */
function OpenOnStage({ view }: { view: RoundPanelView }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const { stage, result, ballots, scheme } = view;
  if (stage.phase !== 'live' || result) return null;
  const { unit } = stage;
  const usual = ballotsFor(ballots, false).filter(({ id }) => !scheme.tieBreak.includes(id));
  const isByAttempt = scheme.castings.some((casting) => casting.attempt);
  const attempt = (isByAttempt && stage.attempt) || null;
  if (!unit || usual.length !== 1 || ballots.length > 1 || (isByAttempt && !attempt))
    return (
      <ConsoleButton
        isSmall
        label={t('rounds.open')}
        intent="openRound"
        onPress={() => (unit ? openDrawer('units', unit.id) : openDrawer('units'))}
      />
    );
  const name = unitAndAttempt(localise, unit, attempt);
  return (
    <>
      <ConsoleButton
        isSmall
        label={t('round.openFor', { unit: name })}
        intent="openRound"
        onPress={() => arm('round', unit.id, { kind: 'OpenRound', unit: unit.id, ...attemptOf(attempt) })}
      />
      <ConfirmBar
        control="round"
        about={unit.id}
        question={t('round.openAsk', { unit: name })}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
}

/** The rounds that locking this one locks. */
function lockedTogether(view: RoundPanelView, round: ConsoleRound): readonly ConsoleRound[] {
  const locks = view.openRounds.find((open) => open.round === round.round)?.locks ?? [];
  const rounds = locks.flatMap((id) => view.rounds.find((each) => each.round === id) ?? []);
  return rounds.length > 0 ? rounds : [round];
}

function RoundControls({ view }: { view: RoundPanelView }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const arm = useDesk((desk) => desk.arm);
  const { round, next } = view;
  if (!round) return <OpenOnStage view={view} />;
  if (round.state === 'open') {
    const together = lockedTogether(view, round);
    // The big button locks this round, or says what keeps it from doing so.
    const isLockedNext = next.kind === 'lock' && together.some(({ round: id }) => id === next.round);
    if (
      isLockedNext ||
      (next.kind === 'held' && next.needs === 'missing-seats' && next.round === round.round)
    )
      return <RoundActs view={view} round={round} hasKeys />;
    const waiting = together.find(({ due }) => due > 0) ?? round;
    const due = t(waiting.isSecret ? 'rounds.goDue' : 'go.missing', { count: waiting.due });
    const sum = (of: 'submitted' | 'expected') =>
      together.reduce((total, { counts }) => total + counts[of], 0);
    return (
      <>
        <RoundActs view={view} round={round} hasKeys />
        <ConsoleButton
          isSmall
          label={t('round.lockNow')}
          intent="lock"
          blockedBy={waiting.due > 0 ? (waiting === round ? due : `${roundName(waiting)}: ${due}`) : null}
          onPress={() => arm('round', round.round, { kind: 'LockRound', round: round.round })}
        />
        <ConfirmBar
          control="round"
          about={round.round}
          question={t('go.lockArmed', {
            unit: together.map(roundName).join(t('listComma')),
            submitted: sum('submitted'),
            expected: sum('expected'),
          })}
          confirmLabel={t('confirm')}
          cancelLabel={t('cancel')}
        />
      </>
    );
  }
  return <RoundActs view={view} round={round} hasKeys />;
}

/** The round in hand: who has submitted, lock, re-open. */
export function RoundPanel({ view }: { readonly view: RoundPanelView }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const { round } = view;
  const secret = round?.isSecret ? ` · ${t('rounds.secret')}` : '';
  return (
    <div className={styles.work}>
      <div className={styles.workHead}>
        {view.openRounds.length > 0 ? (
          <OpenRoundsLine view={view} />
        ) : (
          <b>{round ? `${roundName(round)} · ${t(`round.${round.state}`)}${secret}` : t('round.none')}</b>
        )}
        <OpenMeant view={view} />
        <RoundControls view={view} />
      </div>
      <RefusalNote control="round" />
      <ProposalList proposals={view.proposals} />
      <SeatMap view={view} />
    </div>
  );
}
