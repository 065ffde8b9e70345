import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../shared/documents/sheet.ts';
import styles from './paper.module.css';

function Marks({ marks }: Pick<Sheet, 'marks'>) {
  if (marks.length === 0) return null;
  return (
    <div className={styles.marks}>
      {marks.map((mark) => (
        <span key={mark} className={styles.mark}>
          {mark}
        </span>
      ))}
    </div>
  );
}

function Head({ sheet, isFirst }: { readonly sheet: Sheet; readonly isFirst: boolean }) {
  if (!isFirst)
    return (
      <header className={styles.runningHead} data-head="later">
        <Marks marks={sheet.marks} />
        {sheet.title} · {sheet.subtitle}
      </header>
    );
  return (
    <header className={styles.head} data-head="first">
      <Marks marks={sheet.marks} />
      <h1>{sheet.title}</h1>
      <p>{sheet.subtitle}</p>
    </header>
  );
}

type PageFrameProps = {
  readonly sheet: Sheet;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
};

/** One page of A4: marks and hashes stand on every one. */
export function PageFrame({ sheet, page, pages, children }: PageFrameProps) {
  const { t } = useTranslation('paper');
  return (
    <article className={styles.page} data-page={page}>
      <Head sheet={sheet} isFirst={page === 1} />
      <div className={styles.flow} data-flow>
        {children}
      </div>
      <footer className={styles.foot}>
        <div>
          {sheet.footers.map(({ name, line }) => (
            <p key={name}>{line}</p>
          ))}
        </div>
        <span className={styles.pageNumber}>{t('page', { page, pages })}</span>
      </footer>
    </article>
  );
}
