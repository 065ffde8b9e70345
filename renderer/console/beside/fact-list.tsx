import { useState } from 'react';
import type { BesideView } from '../../../shared/views/console-view.ts';
import { classes } from '../classes.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';
import { type Correction, CorrectionForm } from './correction.tsx';
import { MeasureField } from './measure-field.tsx';

type Fact = BesideView['facts'][number];

function FactRow({ fact, blockedBy, isFirst }: { fact: Fact; blockedBy: string | null; isFirst: boolean }) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const [correction, setCorrection] = useState<Correction | null>(null);
  const { id, usual, given } = fact;
  const name = localise(fact.name);
  const record = (value: string | null) => {
    if (given === null)
      void order('beside', { kind: 'RecordMeasure', unit: null, measure: id, value, reason: '' });
    else
      setCorrection({
        unit: null,
        measure: id,
        unitName: '',
        measureName: name,
        before: given,
        after: value,
      });
  };
  return (
    <li>
      <div className={styles.fact}>
        <b>{name}</b>
        <MeasureField
          label={name}
          recorded={given ?? ''}
          column="facts"
          isFirst={isFirst}
          isDisabled={blockedBy !== null}
          onStore={record}
        />
        <span className={classes(styles.state, usual === null && given === null && styles.attention)}>
          {usual === null
            ? given === null
              ? t('beside.noUsual')
              : '✓'
            : t('beside.usual', { value: usual })}
        </span>
        {given !== null && (
          <ConsoleButton
            isSmall
            isPlain
            label={t('beside.takeBack')}
            name={t('beside.takeBackOf', { unit: '', measure: name })}
            blockedBy={blockedBy}
            onPress={() => record(null)}
          />
        )}
      </div>
      {correction && blockedBy === null && (
        <CorrectionForm correction={correction} onDone={() => setCorrection(null)} />
      )}
    </li>
  );
}

/** Numbers of the whole event that the rules calculate with. */
export function FactList({
  facts,
  blockedBy,
  target,
}: {
  readonly facts: readonly Fact[];
  readonly blockedBy: string | null;
  readonly target: string | null;
}) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('beside.facts')}</h3>
      <ul className={styles.facts} data-measures="">
        {facts.map((fact) => (
          <FactRow
            key={fact.id}
            fact={fact}
            blockedBy={blockedBy}
            isFirst={target?.endsWith(` ${fact.id}`) ?? false}
          />
        ))}
      </ul>
    </section>
  );
}
