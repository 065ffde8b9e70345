import { useEffect, useRef, useState } from 'react';
import { parseDecimal } from '../../../shared/kernel/rational.ts';
import type { BesideView } from '../../../shared/views/console-view.ts';
import { ConsoleButton } from '../console-button.tsx';
import controls from '../controls.module.css';
import { ReasonedAct } from '../reasoned-act.tsx';
import { useWords } from '../use-words.ts';
import { AuthoredForm } from './authored-form.tsx';
import styles from './beside.module.css';
import { type LackingView, measuredUnits } from './beside-lacking.ts';

type Given = BesideView['points'][number];

function GivenPoints({ given, node, blockedBy }: { given: Given; node: string; blockedBy: string | null }) {
  const { t, localise } = useWords();
  const [isOpen, setOpen] = useState(false);
  const unit = localise(given.unit.name);
  const { points } = given;
  return (
    <li className={styles.given}>
      <span>
        <b>{points}</b> {unit} · {node} · {given.reason} · {given.author}
      </span>
      <ConsoleButton
        isSmall
        isPlain
        label={t('beside.withdraw')}
        blockedBy={blockedBy}
        onPress={() => setOpen(true)}
      />
      {isOpen && blockedBy === null && (
        <div className={styles.whole}>
          <ReasonedAct
            control="beside"
            about={`withdraw ${given.id}`}
            label={t('beside.withdrawReason', { unit, points })}
            presets={[t('beside.mistyped')]}
            submitLabel={t('beside.withdraw')}
            question={t('beside.pointsAsk', { unit, points: `− (${points})` })}
            command={(reason) => ({ kind: 'WithdrawPoints', adjustment: given.id, reason })}
            onCancel={() => setOpen(false)}
          />
        </div>
      )}
    </li>
  );
}

type PointsSectionProps = {
  readonly view: LackingView;
  readonly blockedBy: string | null;
  /** The unit chosen in the table, and how often one was: the field is gone to each time. */
  readonly chosen: { readonly unit: string; readonly times: number } | null;
  readonly onChoose: (unit: string) => void;
};

function PointsForm({ view, blockedBy, chosen, onChoose }: PointsSectionProps) {
  const { t, localise } = useWords();
  const { pointsNodes } = view.beside;
  const [only] = pointsNodes;
  const [node, setNode] = useState(pointsNodes.length === 1 && only ? only.id : '');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const times = chosen?.times ?? 0;
  const seen = useRef(times);
  useEffect(() => {
    if (times !== seen.current) field.current?.focus();
    seen.current = times;
  }, [times]);
  const unit = measuredUnits(view).find(({ id }) => id === chosen?.unit);
  const number = parseDecimal(text);
  const isFit = number.ok && number.value.numerator !== 0n;
  const lacking = !unit
    ? t('beside.needUnit')
    : node === ''
      ? t('beside.needNode')
      : isFit
        ? null
        : t('beside.needPoints');
  const unitName = unit ? localise(unit.name) : '';
  return (
    <>
      <div className={styles.pointsRow}>
        <select
          className={controls.field}
          aria-label={t('beside.pointsUnit')}
          disabled={blockedBy !== null}
          value={unit?.id ?? ''}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">{t('beside.needUnit')}</option>
          {measuredUnits(view).map(({ id, name }) => (
            <option key={id} value={id}>
              {localise(name)}
            </option>
          ))}
        </select>
        <input
          ref={field}
          className={controls.field}
          aria-label={t('beside.pointsField')}
          placeholder={t('beside.pointsHint')}
          inputMode="decimal"
          autoComplete="off"
          disabled={blockedBy !== null}
          maxLength={20}
          value={text}
          onChange={(event) =>
            setText(
              event.target.value
                .trim()
                .replace(/[。．]/g, '.')
                .replace(/[－−]/g, '-')
                .replace(/^\+/, ''),
            )
          }
        />
      </div>
      {pointsNodes.length > 1 && (
        <select
          className={controls.field}
          aria-label={t('beside.pointsNode')}
          disabled={blockedBy !== null}
          value={node}
          onChange={(event) => setNode(event.target.value)}
        >
          <option value="">{t('beside.needNode')}</option>
          {pointsNodes.map(({ id, name }) => (
            <option key={id} value={id}>
              {localise(name)}
            </option>
          ))}
        </select>
      )}
      <AuthoredForm
        about={`points ${unit?.id} ${node} ${text}`}
        reasonLabel={t('beside.pointsReason')}
        reasonPresets={[t('beside.overTime'), t('beside.brokeRules')]}
        submitLabel={t('beside.pointsSubmit')}
        question={t('beside.pointsAsk', { unit: unitName, points: text })}
        blockedBy={blockedBy ?? lacking}
        isDisabled={blockedBy !== null}
        command={(reason, author) => ({
          kind: 'GivePoints',
          unit: unit?.id ?? '',
          node,
          points: text,
          reason,
          author,
        })}
      />
    </>
  );
}

/** Points that the jury gives or takes, with author and reason; each can be withdrawn. */
export function PointsSection(props: PointsSectionProps) {
  const { t, localise } = useWords();
  const { view, blockedBy } = props;
  const { pointsNodes, points } = view.beside;
  const nameOf = (id: string) => {
    const known = pointsNodes.find((each) => each.id === id);
    return known ? localise(known.name) : id;
  };
  return (
    <section className={styles.section}>
      <h3>{t('beside.points')}</h3>
      {/* What was recorded is done: the next one starts empty. */}
      <PointsForm key={points.length} {...props} />
      <ul className={styles.list}>
        {points.length === 0 && <li className={styles.hint}>{t('beside.pointsNone')}</li>}
        {[...points].reverse().map((given) => (
          <GivenPoints key={given.id} given={given} node={nameOf(given.node)} blockedBy={blockedBy} />
        ))}
      </ul>
    </section>
  );
}
