import { Icon } from '../../ui/icon.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { placeWords } from './place-words.ts';
import styles from './scheme.module.css';

/** All that is wrong, each with its place in words and in the file. */
export function ProblemList({ onGo }: { readonly onGo?: (path: string) => void }) {
  const { check } = useForm();
  const { t, problemWords } = useFormWords();
  if (check.problems.length === 0) return null;
  return (
    <ul className={styles.problemList}>
      {check.problems.map((problem) => (
        <li key={`${problem.path} ${problemWords(problem)}`}>
          <Icon name="warning" />
          <span className={styles.said}>
            <b>{placeWords(t, problem.path)}</b> {problemWords(problem)}
            {!onGo && <code>{problem.path}</code>}
          </span>
          {onGo && (
            <button type="button" className={styles.quiet} onClick={() => onGo(problem.path)}>
              {t('state.goTo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
