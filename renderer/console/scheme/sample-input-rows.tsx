import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { EditButton, useSampleEditing } from './sample-editing.tsx';
import type { SampleInput } from './sample-inputs.ts';
import { signed } from './sample-view.ts';

function MeasuredValue({ value }: { readonly value: Measurement | null }) {
  const { t } = useFormWords();
  if (value === null) return <span className={styles.word}>{t('sample.measured.none')}</span>;
  if (typeof value === 'string') return value;
  if (value.kind === 'did-not-finish')
    return <span className={styles.word}>{t('sample.measured.did-not-finish')}</span>;
  return (
    <>
      {value.value}
      <span className={styles.note}>{t('sample.measured.unconfirmed')}</span>
    </>
  );
}

const withSign = (points: string): string => signed(points.startsWith('-') ? points : `+${points}`);

function InputRow({ input }: { readonly input: SampleInput }) {
  const { localise } = useFormWords();
  const { view } = useSampleEditing();
  const number = input.kind === 'measure' && input.item ? ` #${input.item.at + 1}` : '';
  const name = `${localise(input.name)}${number}`;
  return (
    <tr>
      <th scope="row">
        <span className={styles.nodeName}>{name}</span>
      </th>
      {view.units.map(({ unit, name: unitName }, n) => (
        <td key={unit}>
          {input.kind === 'measure' ? (
            <EditButton
              target={{ kind: 'measure', place: { unit, measure: input.measure, item: input.item } }}
              label={`${localise(unitName)} · ${name}`}
            >
              <MeasuredValue value={input.values[n] ?? null} />
            </EditButton>
          ) : (
            <EditButton
              target={{ kind: 'adjustments', unit, node: input.node }}
              label={`${localise(unitName)} · ${name}`}
            >
              {(input.values[n] ?? []).map(({ points }) => withSign(points)).join(' ') || '—'}
            </EditButton>
          )}
        </td>
      ))}
    </tr>
  );
}

/** What the sample's units bring beside their ballots; nothing where the scheme takes only ballots. */
export function InputRows() {
  const { t } = useFormWords();
  const { view } = useSampleEditing();
  if (view.inputs.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={view.units.length + 1}>
          <span className={styles.divider}>{t('sample.given')}</span>
        </th>
      </tr>
      {view.inputs.map((input) => (
        <InputRow
          key={
            input.kind === 'measure'
              ? `${input.item?.list} ${input.item?.at} ${input.measure}`
              : `node ${input.node}`
          }
          input={input}
        />
      ))}
    </tbody>
  );
}
