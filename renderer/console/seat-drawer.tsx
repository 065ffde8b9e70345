import { useState } from 'react';
import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { paperTarget } from './paper-target.ts';
import { PickOne } from './pick-one.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useRoundName } from './round-name.ts';
import { markOf } from './seat-map.tsx';
import { SeatPresence } from './seat-presence.tsx';
import { useWords } from './use-words.ts';
import { WithdrawalReason } from './withdrawal-reason.tsx';

export type SeatDrawerView = Pick<
  ConsoleView,
  'seats' | 'event' | 'round' | 'openRounds' | 'stage' | 'recusals' | 'ballots'
>;
type PartProps = { readonly view: SeatDrawerView; readonly seat: ConsoleSeat };

function ReturnBallot({ view, seat }: PartProps) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const [isOpen, setOpen] = useState(false);
  const { round } = view;
  const isStored = seat.ballot === 'stored' || seat.ballot === 'paper-stored';
  const mayReturn = round?.state === 'open' && isStored;
  const ask = t('seatMenu.returnAsk', { number: seat.number });
  return (
    <section>
      <h3>{t('seatMenu.ballot')}</h3>
      <p className={styles.hint}>{t(round?.isSecret ? 'rounds.returnBlocked' : 'seatMenu.returnNote')}</p>
      <div className={styles.cards}>
        <ConsoleButton
          label={t('seatMenu.returnBallot')}
          blockedBy={
            mayReturn ? null : t(round?.isSecret ? 'rounds.returnBlocked' : 'seatMenu.returnBlocked')
          }
          onPress={() => setOpen(true)}
        />
        {round && seat.ballot === 'paper-awaited' && (
          <ConsoleButton
            label={t('missing.enterPaper')}
            onPress={() => openDrawer('paper', paperTarget(round.round, seat.seat))}
          />
        )}
      </div>
      {isOpen && mayReturn && (
        <ReasonedAct
          control="seat"
          about={`return ${round.round} ${seat.seat}`}
          label={t('seatMenu.returnReason')}
          presets={[
            t('seatMenu.askedFor'),
            seat.ballot === 'stored' ? t('missing.deviceFailed') : t('seatMenu.typingError'),
          ]}
          submitLabel={t('seatMenu.returnSubmit')}
          question={
            view.openRounds.length > 0 ? t('rounds.ofRound', { round: roundName(round), what: ask }) : ask
          }
          command={(reason) => ({ kind: 'ReturnBallot', round: round.round, seat: seat.seat, reason })}
          onCancel={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function Recusals({ view, seat }: PartProps) {
  const { t, localise } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const onStage = view.round?.unit?.id ?? view.stage.unit?.id ?? null;
  const [unit, setUnit] = useState<string | null>(onStage);
  const own = view.recusals.filter((recusal) => recusal.seat === seat.seat);
  const free = view.event.units.filter(({ id }) => own.every((recusal) => recusal.unit.id !== id));
  const chosen = free.find(({ id }) => id === unit);
  const isSecret = view.ballots.some(({ secrecy }) => secrecy === 'anonymous');
  return (
    <section>
      <h3>{t('seatMenu.recusal')}</h3>
      <p className={styles.hint}>{t(isSecret ? 'rounds.recuseBlocked' : 'seatMenu.recuseNote')}</p>
      <ul className={styles.list}>
        {own.map((recusal) => (
          <li key={recusal.unit.id} className={styles.line}>
            <b>{localise(recusal.unit.name)}</b>
            <span>{recusal.reason}</span>
            <ConsoleButton
              isSmall
              label={t('seatMenu.withdraw')}
              onPress={() => setWithdrawing(recusal.unit.id)}
            />
            {withdrawing === recusal.unit.id && (
              <WithdrawalReason
                control="seat"
                subject={`${t('seatMenu.recusal')} ${localise(recusal.unit.name)}`}
                command={(reason) => ({
                  kind: 'WithdrawRecusal',
                  seat: seat.seat,
                  unit: recusal.unit.id,
                  reason,
                })}
                onClose={() => setWithdrawing(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {!isOpen && (
        <div className={styles.cards}>
          <ConsoleButton
            label={t('seatMenu.recuse')}
            blockedBy={isSecret ? t('rounds.recuseBlocked') : null}
            onPress={() => setOpen(true)}
          />
        </div>
      )}
      {isOpen && (
        <PickOne
          label={t('seatMenu.recuseFrom')}
          options={free.map(({ id, name }) => ({ id, name: localise(name) }))}
          chosen={chosen?.id ?? null}
          onChoose={setUnit}
        />
      )}
      {isOpen && chosen && (
        <ReasonedAct
          control="seat"
          about={`recuse ${seat.seat} ${chosen.id}`}
          label={t('seatMenu.recuseReason', { number: seat.number })}
          presets={[t('seatMenu.ownUnit'), t('seatMenu.formerPost'), t('seatMenu.kinship')]}
          submitLabel={t('seatMenu.recuseSubmit')}
          question={t('seatMenu.recuseAsk', { number: seat.number, unit: localise(chosen.name) })}
          command={(reason) => ({ kind: 'RecuseSeat', seat: seat.seat, unit: chosen.id, reason })}
          onCancel={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** What can be done about one seat: its ballot given back, its panelist away and back, its recusals, its device. */
export function SeatDrawer({ view }: { readonly view: SeatDrawerView }) {
  const { t, localise } = useWords();
  const target = useDesk((desk) => desk.drawerTarget);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const seat = view.seats.find((each) => each.seat === target);
  if (!seat) return null;
  const group = view.event.groups.find(({ id }) => id === seat.group);
  const mark = markOf(seat, view.round);
  const ballot =
    mark === 'secret'
      ? t('rounds.secret')
      : mark === 'away'
        ? t('presence.away')
        : mark === 'offline'
          ? t('seat.awaited')
          : t(`seat.${mark}`);
  return (
    <Drawer title={t('seat.number', { number: seat.number })} isNarrow>
      <p>
        {group && localise(group.name)} · {t(`seat.connection.${seat.connection}`)} · {ballot}
      </p>
      <RefusalNote control="seat" />
      <ReturnBallot view={view} seat={seat} />
      <SeatPresence seat={seat} ballots={view.ballots} />
      <Recusals view={view} seat={seat} />
      <section>
        <h3>{t('seatMenu.device')}</h3>
        <div className={styles.cards}>
          <ConsoleButton
            isAlwaysThere
            label={t('seat.newCard')}
            onPress={() => openDrawer('network', seat.seat)}
          />
        </div>
      </section>
    </Drawer>
  );
}
