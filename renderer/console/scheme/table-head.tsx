import { useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';

/** What the columns of a table of fields are: the name, then these. */
export function TableHead({
  labels,
  isFirstWide = false,
}: {
  readonly labels: readonly string[];
  readonly isFirstWide?: boolean;
}) {
  const { t } = useFormWords();
  return (
    <li className={styles.tableHead} aria-hidden="true">
      <span className={styles.nameCell}>{t('field.name')}</span>
      {labels.map((label, n) => (
        <span key={label} className={isFirstWide && n === 0 ? styles.wideCell : styles.headCell}>
          {label}
        </span>
      ))}
      <span className={styles.buttonsCell} />
    </li>
  );
}
