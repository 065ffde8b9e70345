import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { BallotsSection } from './ballots-section.tsx';
import { BasicsSection } from './basics-section.tsx';
import type { Draft, Path } from './draft.ts';
import { checkDraft, type DraftCheck } from './draft-check.ts';
import { fieldId } from './field.tsx';
import { FormProvider, useFormWords } from './form-context.tsx';
import type { FormAction, FormState } from './form-state.ts';
import { GroupsSection } from './groups-section.tsx';
import { JsonSection } from './json-section.tsx';
import { NodesSection } from './nodes-section.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import { placeWords, type Tab, tabOf, tabs } from './place-words.ts';
import { ProblemList } from './problem-list.tsx';
import { RankingSection } from './ranking-section.tsx';
import { SamplePanel } from './sample-panel.tsx';
import styles from './scheme.module.css';
import { StartBar } from './start-bar.tsx';

const sections: { readonly [tab in Tab]: () => ReactNode } = {
  basics: BasicsSection,
  groups: GroupsSection,
  ballots: BallotsSection,
  nodes: NodesSection,
  ranking: RankingSection,
  outcome: OutcomeSection,
  json: JsonSection,
};

function Tabs({
  tab,
  check,
  onChoose,
}: {
  readonly tab: Tab;
  readonly check: DraftCheck;
  readonly onChoose: (tab: Tab) => void;
}) {
  const { t } = useFormWords();
  return (
    <nav className={styles.tabs}>
      {tabs.map((each) => {
        const wrong = check.problems.filter(({ path }) => tabOf(path) === each).length;
        return (
          <button
            key={each}
            type="button"
            className={classes(styles.tab, each === tab && styles.tabOn)}
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => onChoose(each)}
          >
            {t(`tab.${each}`)}
            {wrong > 0 && <span className={styles.wrongCount}>{wrong}</span>}
          </button>
        );
      })}
      {check.scheme && check.gaps.length === 0 && (
        <span className={styles.isGood} role="status">
          <Icon name="tick" /> {t('state.good')}
        </span>
      )}
    </nav>
  );
}

function Verdict({ check, onGo }: { readonly check: DraftCheck; readonly onGo: (path: Path) => void }) {
  const { t } = useFormWords();
  if (check.problems.length > 0)
    return (
      <div className={styles.verdict} data-state="problems">
        <p className={styles.problem} role="status">
          <Icon name="warning" /> <b>{t('state.problems', { count: check.problems.length })}</b>
        </p>
        <ProblemList onGo={onGo} />
      </div>
    );
  if (check.gaps.length > 0)
    return (
      <div className={styles.verdict} data-state="gaps">
        <p className={styles.gap} role="status">
          <Icon name="hand" /> <b>{t('state.gaps')}</b>
        </p>
        <ul className={styles.problemList}>
          {check.gaps.map(({ path, what }) => (
            <li key={`${path} ${what}`}>
              <span className={styles.said}>
                <b>{placeWords(t, path)}</b> {t(`gap.${what}`)}
              </span>
              <button type="button" className={styles.quiet} onClick={() => onGo(path)}>
                {t('state.look')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  return null;
}

/** Brings the field that edits a path, or the nearest that stands around it, into view and focus. */
function goToField(path: Path): void {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const field = document.getElementById(fieldId(at)) ?? document.querySelector(`[data-path="${at}"]`);
    if (!field) continue;
    field.scrollIntoView({ block: 'center' });
    if (field instanceof HTMLElement) field.focus({ preventScroll: true });
    return;
  }
}

type SchemeFormProps = {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly current?: Draft | null;
  /** Takes the scheme into the event: at the end of the bar, and what it asks under the bar. */
  readonly drawUse?: (check: DraftCheck) => ReactNode;
  readonly drawQuestion?: (check: DraftCheck) => ReactNode;
};

/** The form that makes and edits a scheme, with its sample beside it. */
export function SchemeForm({ state, dispatch, current = null, drawUse, drawQuestion }: SchemeFormProps) {
  const { draft, start, past, future, edits, file } = state;
  const [tab, setTab] = useState<Tab>('basics');
  const [goTo, setGoTo] = useState<{ readonly path: Path } | null>(null);
  const check = useMemo(() => checkDraft(draft), [draft]);
  const atStart = useMemo(() => checkDraft(start).scheme, [start]);
  const lastWhole = useRef(atStart);
  if (check.scheme) lastWhole.current = check.scheme;
  useEffect(() => {
    if (goTo) goToField(goTo.path);
  }, [goTo]);
  const go = (path: Path) => {
    setTab(tabOf(path));
    setGoTo({ path });
  };
  const Section = sections[tab];
  return (
    <FormProvider draft={draft} file={file} check={check} dispatch={dispatch}>
      <div className={styles.form}>
        <StartBar canUndo={past.length > 0} canRedo={future.length > 0} current={current}>
          {drawUse?.(check)}
        </StartBar>
        {drawQuestion?.(check)}
        <div className={styles.columns}>
          <div className={styles.edit}>
            <Tabs tab={tab} check={check} onChoose={setTab} />
            <Verdict check={check} onGo={go} />
            <div key={tab} className={styles.section} data-tab={tab}>
              <Section />
            </div>
          </div>
          <SamplePanel
            scheme={check.scheme ?? lastWhole.current}
            start={atStart}
            edits={edits}
            isStopped={check.scheme === null}
          />
        </div>
      </div>
    </FormProvider>
  );
}
