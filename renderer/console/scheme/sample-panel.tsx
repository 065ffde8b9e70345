import { Component, type ReactNode, useMemo, useState } from 'react';
import type { ScoringScheme } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { hasEdits, noEdits, type SampleEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { SampleEdit } from './sample-edit.tsx';
import { SampleEditing, type SampleTarget } from './sample-editing.tsx';
import { SampleTable } from './sample-table.tsx';
import { sampleView } from './sample-view.ts';
import formStyles from './scheme.module.css';

type BoundaryProps = { readonly failed: string; readonly children: ReactNode };

/** A sample that can't be worked must not take the form with it; React reports the fault. */
class SampleBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <p className={styles.stopped}>{this.props.failed}</p> : this.props.children;
  }
}

type Sample = {
  readonly scheme: ScoringScheme;
  readonly start: ScoringScheme | null;
  readonly edits: SampleEdits;
  readonly target: SampleTarget | null;
  readonly open: (target: SampleTarget | null) => void;
  readonly isStale: boolean;
};

function WorkedSample({ scheme, start, edits, target, open, isStale }: Sample) {
  const { dispatch } = useForm();
  const view = useMemo(() => sampleView(scheme, edits), [scheme, edits]);
  return (
    <SampleEditing
      view={view}
      edits={edits}
      target={target}
      open={open}
      change={(changed) => dispatch({ kind: 'sample', edits: changed })}
    >
      <div className={classes(styles.scroll, isStale && styles.stale)}>
        <SampleTable start={start} />
      </div>
      <SampleEdit />
    </SampleEditing>
  );
}

/** Sample units, worked through by the engine under the scheme beside it; what they bring can be changed. */
export function SamplePanel({
  scheme,
  start,
  edits,
  isStopped,
}: {
  /** The last scheme that could be worked. */
  readonly scheme: ScoringScheme | null;
  readonly start: ScoringScheme | null;
  readonly edits: SampleEdits;
  readonly isStopped: boolean;
}) {
  const { t } = useFormWords();
  const { dispatch } = useForm();
  const [target, setTarget] = useState<SampleTarget | null>(null);
  const reset = () => {
    setTarget(null);
    dispatch({ kind: 'sample', edits: noEdits });
  };
  return (
    <section className={styles.panel} aria-label={t('sample.title')}>
      <header className={styles.head}>
        <h3>{t('sample.title')}</h3>
        {hasEdits(edits) && (
          <button type="button" className={formStyles.quiet} onClick={reset}>
            {t('sample.reset')}
          </button>
        )}
        <span>{t('sample.note')}</span>
      </header>
      {isStopped && (
        <p className={styles.stopped} role="status">
          <Icon name="hourglass" /> {t('sample.stopped')}
        </p>
      )}
      {scheme && (
        <SampleBoundary key={JSON.stringify(scheme)} failed={t('sample.failed')}>
          <WorkedSample
            scheme={scheme}
            start={start}
            edits={edits}
            target={target}
            open={setTarget}
            isStale={isStopped}
          />
        </SampleBoundary>
      )}
    </section>
  );
}
