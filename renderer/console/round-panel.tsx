import { useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { SeatMap } from './seat-map.tsx';
import styles from './stage.module.css';
import { useWords } from './use-words.ts';

type RoundPanelView = Pick<ConsoleView, 'round' | 'stage' | 'seats' | 'event' | 'next' | 'result'>;

function RoundControls({ view }: { view: RoundPanelView }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const [reopening, setReopening] = useState<string | null>(null);
  const { round, stage, next, result } = view;
  const unit = stage.unit;
  if (!round || (unit && round.unit.id !== unit.id && round.state !== 'open')) {
    if (!unit || stage.phase !== 'live' || result) return null;
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
  const name = localise(round.unit.name);
  if (round.state === 'open') {
    // The big button locks this round, or says what keeps it from doing so.
    if (next.kind === 'lock' || (next.kind === 'held' && next.needs === 'missing-seats')) return null;
    return (
      <>
        <ConsoleButton
          isSmall
          label={t('round.lockNow')}
          intent="lock"
          blockedBy={round.missing.length > 0 ? t('go.missing', { count: round.missing.length }) : null}
          onPress={() => arm('round', round.round, { kind: 'LockRound', round: round.round })}
        />
        <ConfirmBar
          control="round"
          about={round.round}
          question={t('go.lockArmed', { unit: name, ...round.counts })}
          confirmLabel={t('confirm')}
          cancelLabel={t('cancel')}
        />
      </>
    );
  }
  if (round.state === 'voided' || result?.phase === 'released') return null;
  // Names the opening: once it is open again, its form is gone for good and doesn't take the keyboard later.
  const about = `reopen ${round.round} ${round.opening}`;
  return (
    <>
      <ConsoleButton
        isSmall
        label={t('round.reopen', { unit: name })}
        intent="openRound"
        onPress={() => setReopening(about)}
      />
      {reopening === about && (
        <ReasonForm
          label={t('round.reopenReason')}
          presets={[t('round.reasonDevice'), t('round.reasonMistake')]}
          submitLabel={t('round.reopenSubmit')}
          onCancel={() => setReopening(null)}
          onSubmit={(reason) => arm('round', about, { kind: 'ReopenRound', round: round.round, reason })}
        />
      )}
      <ConfirmBar
        control="round"
        about={about}
        question={result ? t('round.reopenAskCounted', { unit: name }) : t('round.reopenAsk', { unit: name })}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
}

/** The round in hand: who has submitted, lock, re-open. */
export function RoundPanel({ view }: { readonly view: RoundPanelView }) {
  const { t, localise } = useWords();
  const { round } = view;
  return (
    <div className={styles.work}>
      <div className={styles.workHead}>
        <b>{round ? `${localise(round.unit.name)} · ${t(`round.${round.state}`)}` : t('round.none')}</b>
        <RoundControls view={view} />
      </div>
      <RefusalNote control="round" />
      <SeatMap view={view} />
    </div>
  );
}
