import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { CountRefusal } from './count-refusal.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './result.module.css';
import { useCastingNames, useRoundName } from './round-name.ts';
import { wideRounds } from './standing-round.ts';
import {
  countedRounds,
  type ReadinessView,
  takesBallots,
  type UnitReadiness,
  unitReadiness,
} from './unit-readiness.ts';
import { useWords } from './use-words.ts';

export type CountPanelView = ReadinessView & Pick<ConsoleView, 'seats'>;

function WideRow({ view, round }: { view: CountPanelView; round: ConsoleRound }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const isPaperDue = round.paperAwaited.length > 0;
  const { submitted, expected } = round.counts;
  return (
    <li className={classes(isPaperDue && styles.attention)}>
      <Icon name={round.state === 'open' || isPaperDue ? 'pencil' : 'tick'} />
      <span>{roundName(round)}</span>
      <span>
        {round.state === 'open'
          ? t('round.open')
          : isPaperDue
            ? t('seat.paperAwaited')
            : `${submitted}/${expected}`}
      </span>
    </li>
  );
}

function UnitRow({ view, of }: { view: CountPanelView; of: UnitReadiness }) {
  const { t, localise } = useWords();
  const castingNames = useCastingNames(view);
  const { unit, rounds, exit, lacking, lackingNumbers, isNotCalled, isOpen, isPaperDue } = of;
  const isLacking = lacking.length > 0 && !isNotCalled;
  const lacksNumbers = lackingNumbers.length > 0 && !isNotCalled;
  const numberNames = lackingNumbers
    .map(({ measure, attempt }) => [...(attempt ? [attempt.name] : []), measure.name].map(localise).join(' '))
    .join(t('listComma'));
  const state = () => {
    if (exit) return t(`units.${exit.why}`);
    if (isNotCalled) return t('count.notCalled');
    if (isOpen) return t('round.open');
    if (isPaperDue) return t('seat.paperAwaited');
    if (isLacking) return t('rounds.lackingShort');
    return [
      ...rounds.map(({ counts }) => `${counts.submitted}/${counts.expected}`),
      ...(lacksNumbers ? [t('count.numbers', { count: lackingNumbers.length })] : []),
    ].join(' ');
  };
  return (
    <li
      className={classes(
        !exit && (isNotCalled || isPaperDue || isLacking || lacksNumbers) && styles.attention,
      )}
    >
      <Icon
        name={
          exit || isNotCalled
            ? 'absent'
            : isOpen || isPaperDue || isLacking || lacksNumbers
              ? 'pencil'
              : 'tick'
        }
      />
      <span title={localise(unit.name)}>{localise(unit.name)}</span>
      <span title={isLacking ? castingNames(lacking) : lacksNumbers ? numberNames : undefined}>
        {state()}
      </span>
    </li>
  );
}

/** Why the count can't be made yet, in words; null where it can. */
function useWaitsFor(view: CountPanelView): (units: readonly UnitReadiness[]) => string | null {
  const { t, localise } = useWords();
  const roundName = useRoundName(view);
  const castingNames = useCastingNames(view);
  const nameList = (list: readonly UnitReadiness[]) =>
    list.map(({ unit }) => localise(unit.name)).join(t('listComma'));
  return (units) => {
    const wide = wideRounds(view.rounds);
    const named = (isMeant: (round: ConsoleRound) => boolean, own: readonly UnitReadiness[]) =>
      [nameList(own), ...wide.filter(isMeant).map(roundName)].filter(Boolean).join(t('listComma'));
    const of = (isMeant: (round: ConsoleRound) => boolean) =>
      named(
        isMeant,
        units.filter(({ rounds, exit }) => !exit && rounds.some(isMeant)),
      );
    const open = named(
      ({ state }) => state === 'open',
      units.filter(({ rounds }) => rounds.some(({ state }) => state === 'open')),
    );
    if (open !== '') return t('count.stillOpen', { units: open });
    const paper = of(({ paperAwaited }) => paperAwaited.length > 0);
    if (paper !== '') return t('count.paperAwaited', { units: paper });
    if (countedRounds(view) === 0 && takesBallots(view)) return t('count.nothing');
    const lacking = units.filter((each) => each.lacking.length > 0 && !each.isNotCalled);
    if (lacking.length === 0) return null;
    const forms = castingNames(lacking.flatMap((each) => each.lacking));
    return t('rounds.lacking', { forms, units: nameList(lacking) });
  };
}

/**
 * Before the count: which rounds go into it, what it still waits for, and the units without one (未上场), to be
 * confirmed by name. When all are in it takes one press.
 */
export function CountPanel({ view }: { readonly view: CountPanelView }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const waitsFor = useWaitsFor(view);
  const units = unitReadiness(view);
  const notCalled = units.filter(({ isNotCalled }) => isNotCalled);
  const isUnsettled = (each: UnitReadiness) =>
    each.isNotCalled ||
    each.isOpen ||
    each.isPaperDue ||
    each.lacking.length > 0 ||
    each.lackingNumbers.length > 0;
  const inOrder = [...units.filter(isUnsettled), ...units.filter((each) => !isUnsettled(each))];
  const isVoted = takesBallots(view);
  const words = isVoted ? 'count' : 'count.ofNumbers';
  const ready = units.filter((each) => !isUnsettled(each) && !each.exit).length;
  const unmeasured = units.filter(
    ({ lackingNumbers, isNotCalled }) => lackingNumbers.length > 0 && !isNotCalled,
  );
  const rounds = countedRounds(view);
  const about = notCalled.map(({ unit }) => unit.id).join(' ');
  const nameList = (list: readonly UnitReadiness[]) =>
    list.map(({ unit }) => localise(unit.name)).join(t('listComma'));
  const names = nameList(notCalled);
  const reason = waitsFor(units);
  const hints = [
    ...(unmeasured.length > 0 ? [t('count.numbersOf', { units: nameList(unmeasured) })] : []),
    ...(notCalled.length > 0 ? [t('count.without', { units: names })] : []),
  ];
  const count = () => {
    const command = { kind: 'CountRounds', notCalled: notCalled.map(({ unit }) => unit.id) } as const;
    if (notCalled.length === 0) void order('count', command);
    else arm('count', about, command);
  };

  return (
    <div className={styles.count}>
      <div className={styles.actions}>
        <p className={classes(styles.hint, styles.push)}>
          {reason ?? (hints.length > 0 ? hints.join(' · ') : t(`${words}.allIn`, { count: ready }))}
        </p>
        <ConsoleButton
          label={t(`${words}.title`, { count: rounds })}
          intent="result"
          blockedBy={reason}
          onPress={count}
        />
        <ConsoleButton
          label={t('units.open')}
          isAlwaysThere
          intent="units"
          onPress={() => openDrawer('units')}
        />
      </div>
      <ConfirmBar
        control="count"
        about={about}
        question={t(`${words}.askWithout`, { count: rounds, units: names })}
        confirmLabel={t(`${words}.confirm`)}
        cancelLabel={t('cancel')}
      />
      <CountRefusal view={view} />
      <ul className={styles.units}>
        {wideRounds(view.rounds).map((round) => (
          <WideRow key={round.round} view={view} round={round} />
        ))}
        {inOrder.map((each) => (
          <UnitRow key={each.unit.id} view={view} of={each} />
        ))}
      </ul>
    </div>
  );
}
