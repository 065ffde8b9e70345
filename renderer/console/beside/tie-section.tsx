import { useState } from 'react';
import { PickSome } from '../pick-some.tsx';
import { useWords } from '../use-words.ts';
import { AuthoredForm } from './authored-form.tsx';
import styles from './beside.module.css';
import { type LackingView, measuredUnits } from './beside-lacking.ts';

type TieSectionProps = { readonly view: LackingView; readonly blockedBy: string | null };

function useInOrder({ view }: TieSectionProps): (ids: readonly string[]) => string {
  const { t, localise } = useWords();
  const nameOf = (id: string) => {
    const unit = view.event.units.find((each) => each.id === id);
    return unit ? localise(unit.name) : id;
  };
  return (ids) => ids.map((id, at) => t('beside.order', { place: at + 1, unit: nameOf(id) })).join(' → ');
}

function TieForm(props: TieSectionProps) {
  const { t, localise } = useWords();
  const { view, blockedBy } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const inOrder = useInOrder(props);
  const units = measuredUnits(view);
  return (
    <>
      <PickSome
        label={chosen.length > 0 ? inOrder(chosen) : t('beside.tieOrder')}
        options={units.map(({ id, name }) => {
          const at = chosen.indexOf(id);
          const unit = localise(name);
          return { id, name: at >= 0 ? t('beside.order', { place: at + 1, unit }) : unit };
        })}
        chosen={chosen}
        onChoose={setChosen}
      />
      <AuthoredForm
        about={`tie ${chosen.join(' ')}`}
        reasonLabel={t('beside.tieReason')}
        reasonPresets={[]}
        submitLabel={t('beside.tieSubmit')}
        question={t('beside.tieAsk', { units: inOrder(chosen) })}
        blockedBy={blockedBy ?? (chosen.length < 2 ? t('beside.tieTwo') : null)}
        isDisabled={blockedBy !== null}
        command={(reason, author) => ({ kind: 'DecideTie', units: [...chosen], reason, author })}
      />
    </>
  );
}

/** How the jury decides between equal units: the best first, with author and reason. */
export function TieSection(props: TieSectionProps) {
  const { t } = useWords();
  const { ties } = props.view.beside;
  const inOrder = useInOrder(props);
  return (
    <section className={styles.section}>
      <h3>{t('beside.ties')}</h3>
      <p className={styles.hint}>{t('beside.tiesNote')}</p>
      {/* What was recorded is done: the next one starts empty. */}
      <TieForm key={ties.map((tie) => tie.units.map(({ id }) => id).join(' ')).join('|')} {...props} />
      <ul className={styles.list}>
        {ties.length === 0 && <li className={styles.hint}>{t('beside.tieNone')}</li>}
        {ties.map((tie) => (
          <li key={tie.units.map(({ id }) => id).join(' ')} className={styles.given}>
            <span>
              <b>{inOrder(tie.units.map(({ id }) => id))}</b> · {tie.reason} · {tie.author}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
