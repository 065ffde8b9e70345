import { useEffect, useState } from 'react';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type {
  ConsoleRound,
  ConsoleSeat,
  ConsoleView,
  MissingDecision,
} from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { offlineTime } from './offline-time.ts';
import { paperTarget } from './paper-target.ts';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useRoundName } from './round-name.ts';
import styles from './seats.module.css';
import { useKey } from './use-key.ts';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';
import { WithdrawalReason } from './withdrawal-reason.tsx';

type MissingSeatsProps = {
  readonly view: Pick<ConsoleView, 'seats' | 'event' | 'ballots' | 'openRounds'>;
  readonly round: ConsoleRound;
};

function SeatState({ seat, now }: { seat: ConsoleSeat; now: number }) {
  const { t } = useWords();
  const time = offlineTime(seat, now, t);
  const isOnline = seat.connection === 'online';
  return (
    <b className={classes(!isOnline && styles.attention)}>
      <Icon name={isOnline ? 'pencil' : 'offline'} /> {t('seat.number', { number: seat.number })}{' '}
      {isOnline ? t('seat.awaited') : time === null ? t('seat.never') : t('seat.offlineFor', { time })}
    </b>
  );
}

function Decided({ round, view }: { round: ConsoleRound; view: MissingSeatsProps['view'] }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  if (round.decisions.length === 0) return null;
  return (
    <ul className={styles.decided}>
      {round.decisions.map(({ seat, decision, reason, leftAt }) => {
        const known = view.seats.find((each) => each.seat === seat);
        const number = known?.number ?? 0;
        const isAway = leftAt !== undefined && known?.away !== null;
        const isPaperDue = round.paperAwaited.includes(seat);
        const isPaperIn = decision === 'paper' && !isPaperDue;
        const state = isPaperDue
          ? t('seat.paperAwaited')
          : isAway
            ? t('presence.away')
            : t(`seat.${isPaperIn ? 'paperStored' : decision}`);
        // Recused from every unit of a paper of several: each is withdrawn by itself, in the seat's menu.
        const isByUnit = decision === 'recused' && round.unit === null;
        const withdrawal = (why: string): OperatorCommand =>
          decision === 'recused' && round.unit
            ? { kind: 'WithdrawRecusal', seat, unit: round.unit.id, reason: why }
            : { kind: 'WithdrawDecision', round: round.round, seat, reason: why };
        const mayWithdraw = !isPaperIn && round.state === 'open';
        return (
          <li key={seat} className={classes(isPaperDue && styles.attention)}>
            <Icon name={isPaperDue ? 'pencil' : isPaperIn ? 'tick' : isAway ? 'away' : 'absent'} />
            <span className={styles.decidedWhat} title={reason}>
              {t('seat.number', { number })} {state} · {reason}
            </span>
            <span className={styles.decidedButtons}>
              {isPaperDue && (
                <ConsoleButton
                  isSmall
                  label={t('missing.enterPaper')}
                  onPress={() => openDrawer('paper', paperTarget(round.round, seat))}
                />
              )}
              {mayWithdraw && (
                <ConsoleButton
                  isSmall
                  isPlain
                  // The absence is of the whole evening: it ends in the seat's menu.
                  label={isAway ? t('presence.back') : t('missing.withdraw')}
                  onPress={() => (isByUnit || isAway ? openDrawer('seat', seat) : setWithdrawing(seat))}
                />
              )}
            </span>
            {mayWithdraw && withdrawing === seat && (
              <WithdrawalReason
                control="missing"
                subject={`${t('seat.number', { number })} ${state}`}
                command={withdrawal}
                onClose={() => setWithdrawing(null)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What an operator mostly has to say about each decision. */
const presets = {
  paper: ['deviceOffline', 'deviceFailed'],
  absent: ['leave', 'notArrived', 'left'],
  excluded: ['leave', 'notArrived', 'deviceFailed'],
} as const satisfies { readonly [decision in MissingDecision]: readonly string[] };

/**
 * Seats without a ballot: nobody is dropped until each has a decision, with a reason. 缺席 and 不计 take a second
 * press; 纸质票 keeps the seat expected until its paper is entered.
 */
export function MissingSeats({ view, round }: MissingSeatsProps) {
  const { t, localise } = useWords();
  const roundName = useRoundName(view);
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const now = useWallSeconds();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isForAll, setForAll] = useState(false);
  const [decision, setDecision] = useState<MissingDecision | null>(null);
  const missing = view.seats.filter((seat) => round.missing.includes(seat.seat));
  const selected = missing.find((seat) => seat.seat === chosen) ?? missing[0];
  const targets = isForAll ? missing : selected ? [selected] : [];
  const about = [round.round, ...targets.map((seat) => seat.seat)].join(' ');

  // Another seat is another question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is what resets it
  useEffect(() => setDecision(null), [about, round.round]);

  const move = (by: number) => {
    const at = missing.findIndex((seat) => seat.seat === selected?.seat);
    const next = missing[(at + by + missing.length) % missing.length];
    if (next) setChosen(next.seat);
    setForAll(false);
  };
  useKey('up', () => move(-1));
  useKey('down', () => move(1));

  if (missing.length === 0 && round.decisions.length === 0) return null;
  const seats = isForAll
    ? t('missing.allSeats', { count: missing.length })
    : t('seat.number', { number: selected?.number ?? 0 });
  // Where several rounds are open, the question says of which one.
  const isOneOfSeveral = view.openRounds.length > 0;
  const subject = isOneOfSeveral ? t('rounds.ofRound', { round: roundName(round), what: seats }) : seats;
  const options = (
    <div className={styles.options}>
      <ConsoleButton
        label={t('missing.wait')}
        intent="first"
        isOn={decision === null}
        isAlwaysThere
        onPress={() => setDecision(null)}
      />
      <ConsoleButton
        label={t('missing.choose.paper')}
        intent="second"
        isOn={decision === 'paper'}
        onPress={() => setDecision('paper')}
      />
      <ConsoleButton
        label={t('missing.choose.absent')}
        intent="third"
        isOn={decision === 'absent'}
        onPress={() => setDecision('absent')}
      />
      <ConsoleButton
        label={t('missing.choose.excluded')}
        intent="fourth"
        isOn={decision === 'excluded'}
        onPress={() => setDecision('excluded')}
      />
    </div>
  );
  const form = decision !== null && (
    <>
      <ReasonForm
        key={`${about} ${decision}`}
        label={t('missing.reasonFor', { subject, decision: t(`seat.${decision}`) })}
        presets={presets[decision].map((preset) => t(`missing.${preset}`))}
        submitLabel={t('missing.record', { decision: t(`seat.${decision}`) })}
        onCancel={() => setDecision(null)}
        onSubmit={(reason) => {
          const seats = targets.map((seat) => seat.seat);
          const command = { kind: 'DecideMissing', round: round.round, seats, decision, reason } as const;
          // Paper takes nothing from anybody and can be withdrawn.
          if (decision === 'paper') void order('missing', command);
          else arm('missing', about, command);
        }}
      />
      {decision === 'absent' && !isForAll && selected && (
        <p className={styles.leftForGood}>
          <span className={styles.hint}>{t('presence.instead')}</span>
          <ConsoleButton
            isSmall
            isPlain
            label={t('presence.leave')}
            onPress={() => openDrawer('seat', selected.seat)}
          />
        </p>
      )}
      <ConfirmBar
        control="missing"
        about={about}
        question={t('missing.ask', { subject, decision: t(`seat.${decision}`) })}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
  return (
    <section className={styles.missing} aria-label={t('missing.title', { count: missing.length })}>
      <h3>
        <span>
          {missing.length > 0
            ? t('missing.title', { count: missing.length })
            : t('missing.settled', { count: round.decisions.length })}
        </span>
        {missing.length > 1 && <span className={styles.hint}>{t('missing.keys')}</span>}
      </h3>
      {missing.length > 1 && (
        <ConsoleButton
          isSmall
          isOn={isForAll}
          label={t('missing.bulk', { count: missing.length })}
          intent="bulk"
          onPress={() => setForAll(!isForAll)}
        />
      )}
      {isForAll && options}
      {isForAll && form}
      <ul className={styles.missingList}>
        {missing.map((seat) => {
          const isSelected = !isForAll && seat.seat === selected?.seat;
          const group = view.event.groups.find((each) => each.id === seat.group);
          return (
            <li key={seat.seat} aria-current={isSelected}>
              <button
                type="button"
                className={classes(styles.missingSeat, isSelected && styles.selected)}
                onClick={() => {
                  setForAll(false);
                  setChosen(seat.seat);
                }}
              >
                <SeatState seat={seat} now={now} />
                <span className={styles.hint}>{group && localise(group.name)}</span>
              </button>
              {isSelected && options}
              {isSelected && form}
            </li>
          );
        })}
      </ul>
      <Decided round={round} view={view} />
      <RefusalNote control="missing" />
    </section>
  );
}
