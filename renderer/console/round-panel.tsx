import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { ProposalList } from './proposal-list.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { RoundActs } from './round-acts.tsx';
import { ballotsFor, useRoundName } from './round-name.ts';
import { SeatMap } from './seat-map.tsx';
import styles from './stage.module.css';
import { standingRound } from './standing-round.ts';
import { useWords } from './use-words.ts';

type RoundPanelView = Pick<
  ConsoleView,
  'round' | 'rounds' | 'stage' | 'seats' | 'event' | 'next' | 'result' | 'scheme' | 'proposals' | 'ballots'
>;

/** After a round of the wrong unit: the one that it was meant for, where the marks wait as drafts. */
function OpenMeant({ view }: { view: RoundPanelView }) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const last = view.rounds[view.rounds.length - 1];
  const meant = last?.movedTo ?? null;
  if (!meant || view.round?.state === 'open' || standingRound(view.rounds, meant.id)) return null;
  // The marks wait in the ballots of the round that was opened wrongly.
  const forms = view.ballots.length > 1 ? { forms: [...(last?.forms ?? [])] } : {};
  return (
    <ConsoleButton
      isSmall
      label={t('round.openMeant', { unit: localise(meant.name) })}
      onPress={() => void order('round', { kind: 'OpenRound', unit: meant.id, ...forms })}
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
  if (!unit || usual.length !== 1 || ballots.length > 1)
    return (
      <ConsoleButton
        isSmall
        label={t('rounds.open')}
        intent="openRound"
        onPress={() => (unit ? openDrawer('units', unit.id) : openDrawer('units'))}
      />
    );
  const name = localise(unit.name);
  return (
    <>
      <ConsoleButton
        isSmall
        label={t('round.openFor', { unit: name })}
        intent="openRound"
        onPress={() => arm('round', unit.id, { kind: 'OpenRound', unit: unit.id })}
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

function RoundControls({ view }: { view: RoundPanelView }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const arm = useDesk((desk) => desk.arm);
  const { round, next } = view;
  if (!round) return <OpenOnStage view={view} />;
  if (round.state === 'open') {
    // The big button locks this round, or says what keeps it from doing so.
    if (next.kind === 'lock' || (next.kind === 'held' && next.needs === 'missing-seats'))
      return <RoundActs view={view} round={round} hasKeys />;
    const due = t(round.isSecret ? 'rounds.goDue' : 'go.missing', { count: round.due });
    return (
      <>
        <RoundActs view={view} round={round} hasKeys />
        <ConsoleButton
          isSmall
          label={t('round.lockNow')}
          intent="lock"
          blockedBy={round.due > 0 ? due : null}
          onPress={() => arm('round', round.round, { kind: 'LockRound', round: round.round })}
        />
        <ConfirmBar
          control="round"
          about={round.round}
          question={t('go.lockArmed', { unit: roundName(round), ...round.counts })}
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
        <b>{round ? `${roundName(round)} · ${t(`round.${round.state}`)}${secret}` : t('round.none')}</b>
        <OpenMeant view={view} />
        <RoundControls view={view} />
      </div>
      <RefusalNote control="round" />
      <ProposalList proposals={view.proposals} />
      <SeatMap view={view} />
    </div>
  );
}
