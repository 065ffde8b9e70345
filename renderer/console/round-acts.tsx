import { useState } from 'react';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { PickOne } from './pick-one.tsx';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useRoundName } from './round-name.ts';
import { useWords } from './use-words.ts';

type RoundActsProps = {
  readonly view: Pick<ConsoleView, 'scheme' | 'result' | 'event' | 'ballots'>;
  readonly round: ConsoleRound;
  /** Whether the keys of these acts work here: for the round in hand. */
  readonly hasKeys?: boolean;
};

type Act =
  | { readonly kind: 'reopen' }
  | { readonly kind: 'void'; readonly why: 'vote-again' | 'wrong-unit'; readonly toUnit: string | null };

/** Alone where nothing was counted yet; after that the monitor has to agree, or, without one, a second press. */
function useActCommand({ view, round }: RoundActsProps): (act: Act, reason: string) => OperatorCommand {
  const isProposed = view.result !== null && view.scheme.isMonitorRequired;
  return (act, reason) => {
    const about = { ...act, round: round.round };
    if (isProposed) return { kind: 'ProposeAct', act: about, reason };
    const second = view.result ? { isSecondPress: true } : {};
    return act.kind === 'reopen'
      ? { kind: 'ReopenRound', round: round.round, reason, ...second }
      : { kind: 'VoidRound', round: round.round, why: act.why, toUnit: act.toUnit, reason, ...second };
  };
}

function VoidChoice({
  view,
  round,
  act,
  onChoose,
}: {
  view: RoundActsProps['view'];
  round: ConsoleRound;
  act: Act & { readonly kind: 'void' };
  onChoose: (act: Act) => void;
}) {
  const { t, localise } = useWords();
  const roundName = useRoundName(view);
  const { unit } = round;
  const others = view.event.units.filter(({ id }) => id !== unit?.id);
  return (
    <>
      <PickOne
        label={t('round.voidWhat', { unit: roundName(round) })}
        options={[
          { id: 'vote-again', name: t('round.voteAgain') },
          ...(unit ? [{ id: 'wrong-unit', name: t('round.wrongUnit') }] : []),
        ]}
        chosen={act.why}
        onChoose={(why) =>
          onChoose({ kind: 'void', why: why === 'wrong-unit' ? why : 'vote-again', toUnit: null })
        }
      />
      {act.why === 'wrong-unit' && (
        <>
          <PickOne
            label={t('round.meantFor')}
            options={others.map(({ id, name }) => ({ id, name: localise(name) }))}
            chosen={act.toUnit}
            onChoose={(toUnit) => onChoose({ ...act, toUnit })}
          />
          <p className={styles.hint}>{t('round.draftsNote')}</p>
        </>
      )}
    </>
  );
}

/** Opens a locked round again or voids one, each with a reason. */
export function RoundActs({ view, round, hasKeys = false }: RoundActsProps) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const command = useActCommand({ view, round });
  // Names the opening: once it is open again, its form is gone for good and doesn't take the keyboard later.
  const identity = `${round.round} ${round.opening} ${round.state}`;
  const [asked, setAsked] = useState<{ readonly identity: string; readonly act: Act } | null>(null);
  const act = asked?.identity === identity ? asked.act : null;
  const setAct = (next: Act | null) => setAsked(next && { identity, act: next });
  if (round.state === 'voided') return null;

  const unit = roundName(round);
  const isProposed = view.result !== null && view.scheme.isMonitorRequired;
  const mayReopen = round.state !== 'open';
  const about = `${act?.kind} ${identity}`;
  const isComplete =
    act !== null && (act.kind === 'reopen' || act.why === 'vote-again' || act.toUnit !== null);
  const words =
    act?.kind === 'void'
      ? {
          label: t('round.voidReason'),
          presets: [
            act.why === 'wrong-unit' ? t('round.reasonWrongUnit') : t('round.reasonError'),
            t('missing.deviceFailed'),
          ],
          submit: t('round.voidSubmit'),
          ask: view.result ? t('round.voidAskCounted', { unit }) : t('round.voidAsk', { unit }),
        }
      : {
          label: t('round.reopenReason'),
          presets: [t('round.reasonDevice'), t('round.reasonMistake')],
          submit: t('round.reopenSubmit'),
          ask: view.result ? t('round.reopenAskCounted', { unit }) : t('round.reopenAsk', { unit }),
        };
  return (
    <>
      {mayReopen && (
        <ConsoleButton
          isSmall
          label={t('round.reopen', { unit })}
          {...(hasKeys ? { intent: 'openRound' as const } : {})}
          onPress={() => setAct({ kind: 'reopen' })}
        />
      )}
      <ConsoleButton
        isSmall
        label={t('round.void')}
        {...(hasKeys ? { intent: 'voidRound' as const } : {})}
        onPress={() => setAct({ kind: 'void', why: 'vote-again', toUnit: null })}
      />
      {act && (
        <div className={styles.act}>
          {act.kind === 'void' && <VoidChoice view={view} round={round} act={act} onChoose={setAct} />}
          {isProposed && <p className={styles.attention}>{t('round.secondDevice')}</p>}
          {isComplete && (
            <ReasonForm
              key={about}
              label={words.label}
              presets={words.presets}
              submitLabel={isProposed ? t('round.askMonitor') : words.submit}
              onCancel={() => setAct(null)}
              onSubmit={(reason) => {
                const asking = command(act, reason);
                if (asking.kind !== 'ProposeAct') arm('round', about, asking);
                else void order('act', asking).then((outcome) => outcome === 'accepted' && setAct(null));
              }}
            />
          )}
          <ConfirmBar
            control="round"
            about={about}
            question={words.ask}
            confirmLabel={t('confirm')}
            cancelLabel={t('cancel')}
          />
        </div>
      )}
      <RefusalNote control="act" />
    </>
  );
}
