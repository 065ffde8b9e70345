import { useState } from 'react';
import type { ConsoleResult } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

/** The hash in fours, to be compared by eye with the chair's and the monitor's page. */
function FiguresHash({ hash }: { hash: string }) {
  const { t } = useWords();
  return (
    <p className={styles.hash} title={t('chair.compare')}>
      {t('chair.hash')} <code>{hash.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
  );
}

/** Which count it is, and how far the monitor has come with it. */
export function CountState({ result }: { readonly result: ConsoleResult }) {
  const { t, localise } = useWords();
  const [isOverriding, setOverriding] = useState(false);
  const { objection, coSigned, isMonitorRequired, hasChair, releasedBy } = result;
  const isOpen = objection !== null && objection.overridden === null;
  const isWaiting = isMonitorRequired && !coSigned && !objection;
  const undecided = result.rows.filter((row) => row.isUndecided);
  const state = objection
    ? objection.overridden === null
      ? t('countState.objection', { reason: objection.reason })
      : t(objection.isByDevice ? 'chair.overridden' : 'countState.overridden', {
          reason: objection.reason,
          why: objection.overridden,
        })
    : coSigned
      ? t('countState.coSigned')
      : t(isMonitorRequired ? 'countState.waits' : 'countState.noMonitor');
  return (
    <div className={styles.countState}>
      <p className={classes((isOpen || isWaiting) && styles.attention)}>
        <Icon name={isOpen ? 'warning' : isWaiting ? 'hourglass' : coSigned ? 'tick' : 'ring'} />{' '}
        {t('countState.number', { count: result.count })} · {state}
        {releasedBy &&
          ` · ${t(releasedBy === 'chair' ? 'chair.releasedByChair' : 'chair.releasedByOperator')}`}
        {result.isSameMachine && ` · ${t('chair.sameMachine')}`}
      </p>
      {hasChair && result.phase === 'counted' && <FiguresHash hash={result.figures} />}
      {undecided.length > 0 && (
        <p className={styles.attention}>
          <Icon name="warning" />{' '}
          {t('countState.undecided', {
            units: undecided.map((row) => localise(row.unit.name)).join(t('listComma')),
          })}
        </p>
      )}
      {isOpen && hasChair && <p className={styles.hint}>{t('chair.objectionThere')}</p>}
      {isOpen && !hasChair && result.phase === 'counted' && !isOverriding && (
        <ConsoleButton isSmall label={t('countState.override')} onPress={() => setOverriding(true)} />
      )}
      {isOpen && !hasChair && isOverriding && (
        <ReasonedAct
          control="objection"
          about={`override ${result.count}`}
          label={t('countState.overrideReason')}
          presets={[t('countState.chairDecided')]}
          submitLabel={t('countState.overrideSubmit')}
          question={t('countState.overrideAsk')}
          command={(reason) => ({ kind: 'OverrideObjection', reason })}
          onCancel={() => setOverriding(false)}
        />
      )}
      <RefusalNote control="objection" />
    </div>
  );
}
