import { useTranslation } from 'react-i18next';
import type { MonitorRound } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';
import styles from './monitor.module.css';

/** Seats of which the same was decided for the same reason stand in one line. */
function decidedAlike(decisions: MonitorRound['decisions']) {
  const isAlike = (one: (typeof decisions)[number], other: typeof one) =>
    one.decision === other.decision && one.reason === other.reason;
  const firsts = decisions.filter((own, at) => decisions.findIndex((other) => isAlike(own, other)) === at);
  return firsts.map((first) => ({
    ...first,
    numbers: decisions.filter((other) => isAlike(first, other)).map(({ seat }) => seat),
  }));
}

function Exceptions({ round }: { readonly round: MonitorRound }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { missing, decisions, returned, movedTo, state, due, isSecret, lowered } = round;
  const seats = (numbers: readonly number[]) => numbers.join(t('comma'));
  const lines = [
    ...(missing.length > 0 && (state === 'open' || state === 'locked')
      ? [t('rounds.missing', { seats: seats(missing) })]
      : []),
    ...(isSecret && due > 0 && (state === 'open' || state === 'locked')
      ? [t('rounds.due', { count: due })]
      : []),
    ...lowered.map(({ group, by, reason }) =>
      t('rounds.lowered', { group: localise(group), count: by, reason }),
    ),
    ...(returned.length > 0 && state === 'open' ? [t('rounds.returned', { seats: seats(returned) })] : []),
    ...decidedAlike(decisions).map(
      ({ numbers, decision, reason }) =>
        `${t('rounds.seat', { seat: seats(numbers) })} ${t(`rounds.decision.${decision}`)}${reason === '' ? '' : ` · ${reason}`}`,
    ),
    ...(movedTo ? [t('rounds.moved', { unit: localise(movedTo) })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.exceptions}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Round({ round }: { readonly round: MonitorRound }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { unit, attempt, forms, number, opening, state, counts } = round;
  return (
    <li className={`${styles.row} ${state === 'voided' ? styles.struck : ''}`} data-round={round.round}>
      <p className={styles.rowHead}>
        <b>{unit ? unitAndAttempt(localise, unit, attempt) : t('rounds.allUnits')}</b>
        <span className={styles.aside}>
          {[
            ...(unit ? [] : forms.map((form) => localise(form))),
            ...(round.isSecret ? [t('rounds.secret')] : []),
            t('rounds.number', { number }),
            ...(opening > 1 ? [t('rounds.opening', { opening })] : []),
          ].join(' · ')}
        </span>
        <span className={state === 'open' ? styles.liveChip : styles.chip}>{t(`rounds.${state}`)}</span>
      </p>
      <p className={styles.rowMore}>
        <b>{t('rounds.in', { submitted: counts.submitted, expected: counts.expected })}</b>
        {counts.groups.map(({ name, submitted, expected }) => (
          <span key={name['zh-Hans']} className={styles.group}>
            {localise(name)} {submitted}/{expected}
          </span>
        ))}
      </p>
      <Exceptions round={round} />
    </li>
  );
}

/** Every round, the latest first: how many ballots are in, and everything that isn't as usual. */
export function RoundList({ rounds }: { readonly rounds: readonly MonitorRound[] }) {
  const { t } = useTranslation('monitor');
  return (
    <section className={styles.card}>
      <h2>{t('rounds.title')}</h2>
      {rounds.length === 0 ? (
        <p className={styles.muted}>{t('rounds.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {[...rounds].reverse().map((round) => (
            <Round key={round.round} round={round} />
          ))}
        </ul>
      )}
    </section>
  );
}
