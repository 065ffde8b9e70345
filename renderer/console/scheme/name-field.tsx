import { useState } from 'react';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { type Language, languages } from '../../../shared/kernel/language.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { type Draft, type Path, textAt, valueAt } from './draft.ts';
import { fieldId, ProblemLines, useIsInTable } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';

const marks: { readonly [language in Language]: string } = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' };

function isInThree(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name as the page's language shows it; empty where there is none. */
export function nameText(draft: Draft, path: Path, language: Language): string {
  return isInThree(valueAt(draft, path)) ? textAt(draft, `${path}.${language}`) : textAt(draft, path);
}

/** A name: one line for every language, or a line for each. The page's language shows, the others open beside it. */
export function NameField({
  path,
  label,
  fallback = '',
  isOptional = true,
  size = 'normal',
}: {
  readonly path: Path;
  readonly label: string;
  readonly fallback?: string;
  readonly isOptional?: boolean;
  readonly size?: 'normal' | 'wide' | 'full';
}) {
  const { draft, set, check } = useForm();
  const { t, language } = useFormWords();
  const isInTable = useIsInTable();
  const [isOpen, setOpen] = useState(false);
  const value = valueAt(draft, path);
  const hasThree = isInThree(value);
  const isWrong = (at: Path) => check.problems.some((problem) => problem.path === at);
  const wrongElsewhere = languages.some((each) => each !== language && isWrong(`${path}.${each}`));
  const shown = hasThree && (isOpen || wrongElsewhere) ? languages : [language];
  const write = (at: Path, text: string) => {
    if (!hasThree && text === '' && isOptional) return set(path, undefined);
    set(at, text);
  };
  const inThree = () => {
    const line = textAt(draft, path);
    set(path, { 'zh-Hans': line, 'zh-Hant': line, en: line });
    setOpen(true);
  };
  const toggle = (
    <button
      type="button"
      className={isInTable ? styles.iconButton : styles.quiet}
      aria-expanded={hasThree && isOpen}
      aria-label={`${label}: ${t('threeLanguages')}`}
      title={t('threeLanguages')}
      onClick={() => (hasThree ? setOpen(!isOpen) : inThree())}
    >
      {isInTable ? <Icon name="globe" /> : t('threeLanguages')}
    </button>
  );
  return (
    <div className={classes(styles.field, isInTable ? styles.nameCell : styles[size])} data-path={path}>
      <span className={isInTable ? styles.unseen : styles.nameLabel}>
        <label className={styles.fieldLabel} htmlFor={fieldId(path)}>
          {label}
        </label>
        {!isInTable && toggle}
      </span>
      {shown.map((each) => {
        const at = hasThree ? `${path}.${each}` : path;
        return (
          <span key={each} className={styles.nameLine}>
            {shown.length > 1 && <span className={styles.languageMark}>{marks[each]}</span>}
            <input
              id={each === language ? fieldId(path) : fieldId(at)}
              className={classes(styles.input, isWrong(at) && styles.wrong)}
              aria-invalid={isWrong(at)}
              aria-label={shown.length > 1 ? `${label} ${marks[each]}` : undefined}
              type="text"
              lang={hasThree ? each : undefined}
              autoComplete="off"
              placeholder={fallback}
              value={textAt(draft, at)}
              onChange={({ target }) => write(at, target.value)}
            />
            {isInTable && each === shown[0] && toggle}
          </span>
        );
      })}
      {!isInTable && <ProblemLines path={path} />}
      {!isInTable &&
        hasThree &&
        languages.map((each) => <ProblemLines key={each} path={`${path}.${each}`} />)}
    </div>
  );
}
