import { useState } from 'react';
import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { OpenOnSeveral, OpenOnUnit } from './open-round.tsx';
import { paperTarget } from './paper-target.ts';
import { ProposalList } from './proposal-list.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { RoundActs } from './round-acts.tsx';
import { ballotsFor, useCastingNames, useRoundName } from './round-name.ts';
import { roundsOf, standingRound, wideRounds } from './standing-round.ts';
import { useWords } from './use-words.ts';
import { hasBallots } from './work-area.tsx';

export type UnitDrawerView = Pick<
  ConsoleView,
  'event' | 'rounds' | 'exits' | 'result' | 'scheme' | 'seats' | 'stage' | 'proposals' | 'ballots'
>;

type Exit = 'withdrew' | 'disqualified';

/** A unit leaves the contest, or comes back into it. */
function UnitExits({ view, unit }: { view: UnitDrawerView; unit: UnitView }) {
  const { t, localise } = useWords();
  const [isReinstating, setReinstating] = useState(false);
  const [why, setWhy] = useState<Exit | null>(null);
  const name = localise(unit.name);
  const exit = view.exits.find(({ id }) => id === unit.id);
  const blockedBy = view.result ? t('refusal.already-counted') : null;
  if (exit) {
    return (
      <>
        <span className={styles.hint}>
          {t(`units.${exit.why}`)} · {exit.reason}
        </span>
        <ConsoleButton
          isSmall
          label={t('units.startReinstate')}
          blockedBy={blockedBy}
          onPress={() => setReinstating(true)}
        />
        {isReinstating && blockedBy === null && (
          <div className={styles.act}>
            <ReasonedAct
              control="unit"
              about={`reinstate ${unit.id}`}
              label={t('units.reasonReinstate', { unit: name })}
              presets={[t('units.arrived'), t('withdrawal.mistaken'), t('countState.chairDecided')]}
              submitLabel={t('units.reinstate')}
              question={t('units.askReinstate', { unit: name })}
              command={(reason) => ({ kind: 'ReinstateUnit', unit: unit.id, reason })}
              onCancel={() => setReinstating(false)}
            />
          </div>
        )}
      </>
    );
  }
  const words = why === 'disqualified' ? 'Disqualified' : 'Withdrew';
  return (
    <>
      <ConsoleButton
        isSmall
        label={t('units.withdraw')}
        blockedBy={blockedBy}
        onPress={() => setWhy('withdrew')}
      />
      <ConsoleButton
        isSmall
        label={t('units.disqualify')}
        blockedBy={blockedBy}
        onPress={() => setWhy('disqualified')}
      />
      {why && (
        <div className={styles.act}>
          <ReasonedAct
            control="unit"
            about={`${why} ${unit.id}`}
            label={t(`units.reason${words}`, { unit: name })}
            presets={
              why === 'withdrew'
                ? [t('units.ownRequest'), t('units.notThere')]
                : [t('units.brokeRules'), t('units.notThere')]
            }
            submitLabel={t(`units.submit${words}`)}
            question={t(`units.ask${words}`, { unit: name })}
            command={(reason) => ({ kind: 'WithdrawUnit', unit: unit.id, why, reason })}
            onCancel={() => setWhy(null)}
          />
        </div>
      )}
    </>
  );
}

function AwaitedPapers({ view, round }: { view: UnitDrawerView; round: ConsoleRound }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  return view.seats
    .filter(({ seat }) => round.paperAwaited.includes(seat))
    .map(({ seat, number }) => (
      <ConsoleButton
        key={seat}
        isSmall
        label={`${t('seat.number', { number })} ${t('seat.paperAwaited')}：${t('missing.enterPaper')}`}
        onPress={() => openDrawer('paper', paperTarget(round.round, seat))}
      />
    ));
}

function useUnitState(view: UnitDrawerView): (unit: UnitView) => string {
  const { t, localise } = useWords();
  const roundState = useRoundState();
  return (unit) => {
    const round = standingRound(view.rounds, unit.id);
    const exit = view.exits.find(({ id }) => id === unit.id);
    if (exit) return t(`units.${exit.why}`);
    if (!round) return hasBallots(view) ? t('units.noRound') : '';
    return [...(round.attempt ? [localise(round.attempt.name)] : []), roundState(round)].join(' · ');
  };
}

function useRoundState(): (round: ConsoleRound) => string {
  const { t } = useWords();
  return (round) => {
    const { submitted, expected } = round.counts;
    const number = round.number > 1 ? ` · ${t('ballot.round', { number: round.number })}` : '';
    return `${t(`round.${round.state}`)} ${submitted}/${expected}${number}`;
  };
}

/** A round's acts; named where the unit's own line doesn't say already which round it is. */
function RoundOfUnit({
  view,
  round,
  isNamed,
}: {
  view: UnitDrawerView;
  round: ConsoleRound;
  isNamed: boolean;
}) {
  const castingNames = useCastingNames(view);
  const roundState = useRoundState();
  const { forms, attempt = null } = round;
  return (
    <>
      {isNamed && (
        <span className={styles.act}>
          {castingNames(forms.map((form) => ({ form, attempt })))} · {roundState(round)}
        </span>
      )}
      <AwaitedPapers view={view} round={round} />
      <RoundActs view={view} round={round} />
    </>
  );
}

/** Rounds whose paper holds several units, and the way to open one. */
function SeveralUnits({ view }: { view: UnitDrawerView }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const roundState = useRoundState();
  const rounds = wideRounds(view.rounds);
  const [chosen, setChosen] = useState<string | null>(null);
  const open = rounds.find(({ state }) => state === 'open')?.round ?? null;
  const shown = chosen ?? open;
  return (
    <section>
      <h3>{t('rounds.wide')}</h3>
      <ul className={styles.list}>
        {rounds.map((round) => {
          const isPaperDue = round.paperAwaited.length > 0;
          return (
            <li key={round.round}>
              <button
                type="button"
                className={classes(styles.target, styles.unitRow, round.round === shown && styles.chosen)}
                aria-expanded={round.round === shown}
                onClick={() => setChosen(round.round)}
              >
                <Icon name={round.state === 'open' ? 'pencil' : 'tick'} />
                <span>
                  {roundName(round)}
                  {round.isSecret && ` · ${t('rounds.secret')}`}
                </span>
                <span className={classes(styles.end, isPaperDue && styles.attention)}>
                  {isPaperDue && `${t('seat.paperAwaited')} · `}
                  {roundState(round)}
                </span>
              </button>
              {round.round === shown && (
                <div className={styles.unitActs}>
                  <RoundOfUnit view={view} round={round} isNamed={false} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <OpenOnSeveral view={view} />
    </section>
  );
}

/** Every unit with its round, and what can be done about either. */
export function UnitDrawer({ view }: { readonly view: UnitDrawerView }) {
  const { t, localise } = useWords();
  const target = useDesk((desk) => desk.drawerTarget);
  const [chosen, setChosen] = useState(target ?? view.stage.unit?.id ?? view.event.units[0]?.id ?? null);
  const stateOf = useUnitState(view);
  return (
    <Drawer title={t('units.title')} isNarrow>
      <ProposalList proposals={view.proposals} />
      <RefusalNote control="round" />
      <RefusalNote control="unit" />
      {ballotsFor(view.ballots, true).length > 0 && <SeveralUnits view={view} />}
      <ul className={styles.list}>
        {view.event.units.map((unit) => {
          const own = roundsOf(view.rounds, unit.id);
          const round = standingRound(view.rounds, unit.id);
          const isChosen = unit.id === chosen;
          const isPaperDue = own.some(({ paperAwaited }) => paperAwaited.length > 0);
          const isOut = view.exits.some(({ id }) => id === unit.id);
          return (
            <li key={unit.id}>
              <button
                type="button"
                className={classes(styles.target, styles.unitRow, isChosen && styles.chosen)}
                aria-expanded={isChosen}
                onClick={() => setChosen(unit.id)}
              >
                <Icon
                  name={isOut ? 'absent' : !round ? 'ring' : round.state === 'open' ? 'pencil' : 'tick'}
                />
                <span>{localise(unit.name)}</span>
                <span className={classes(styles.end, isPaperDue && styles.attention)}>
                  {isPaperDue && `${t('seat.paperAwaited')} · `}
                  {stateOf(unit)}
                </span>
              </button>
              {isChosen && (
                <div className={styles.unitActs}>
                  {own.map((each) => (
                    <RoundOfUnit
                      key={each.round}
                      view={view}
                      round={each}
                      isNamed={own.length > 1 || isOut}
                    />
                  ))}
                  <OpenOnUnit view={view} unit={unit} />
                  <UnitExits view={view} unit={unit} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Drawer>
  );
}
