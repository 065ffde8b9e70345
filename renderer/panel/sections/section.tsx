import type { ReactNode } from 'react';
import type { BallotType } from '../../../shared/domain/scoring/rules/ballot-type.ts';
import type { Paper, PaperValues } from '../../ballot-paper/paper.ts';
import styles from '../paper.module.css';
import { usePaperText } from '../paper-text.ts';

/** What every part of a paper is given. */
export type SectionProps = {
  readonly paper: Paper;
  readonly ballot: BallotType;
  readonly values: PaperValues;
  readonly write: (next: (values: PaperValues) => PaperValues) => void;
};

type FrameProps = {
  readonly paper: Paper;
  readonly ballot: BallotType;
  /** Something of it is still to be filled in. */
  readonly isOpen: boolean;
  /** How far one is, or what its limits are. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
};

/** One ballot of the paper, by its name where there are several. */
export function Section({ paper, ballot, isOpen, hint, children }: FrameProps) {
  const { ballotName } = usePaperText();
  const isNamed = paper.parts.length > 1;
  return (
    <section className={styles.section} data-open={isOpen || undefined} aria-label={ballotName(ballot)}>
      {(isNamed || hint) && (
        <div className={styles.sectionHead}>
          {isNamed && <h2 className={styles.ballotName}>{ballotName(ballot)}</h2>}
          {hint && (
            <p className={styles.hint} role="status">
              {hint}
            </p>
          )}
        </div>
      )}
      {children}
    </section>
  );
}
