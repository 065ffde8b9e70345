import { useEffect, useMemo, useState } from 'react';
import { languages } from '../../shared/kernel/language.ts';
import type { AgendaRow, ConsoleView } from '../../shared/views/console-view.ts';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk, useSurroundings } from './desk-context.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { elapsedText } from './time-text.ts';
import { useWords } from './use-words.ts';

type Target = { readonly row: AgendaRow; readonly name: string; readonly found: string };

/** Steps to go to, with everything one might type to find them: names in all languages, the unit and its number. */
function useTargets(view: Pick<ConsoleView, 'agenda' | 'event'>): readonly Target[] {
  const { localise } = useWords();
  const { rows } = view.agenda;
  const { units } = view.event;
  return rows
    .filter((row) => !row.isBackground)
    .map((row) => {
      const at = units.findIndex((unit) => unit.id === row.unit);
      const unit = units[at];
      const attempt = row.attempt ? ` · ${localise(row.attempt.name)}` : '';
      const name = unit
        ? `${localise(row.name)} · ${at + 1} ${localise(unit.name)}${attempt}`
        : localise(row.name);
      const everywhere = languages.map(
        (language) =>
          `${row.name[language]} ${unit?.name[language] ?? ''} ${row.attempt?.name[language] ?? ''} ${at + 1}`,
      );
      return { row, name, found: `${row.step} ${everywhere.join(' ')}`.toLowerCase() };
    });
}

/** Go to any step: type to find it, Enter, and Enter again. */
export function JumpDialog({ view }: { readonly view: Pick<ConsoleView, 'agenda' | 'event'> }) {
  const { t } = useWords();
  const { isStopped } = useSurroundings();
  const drawerTarget = useDesk((desk) => desk.drawerTarget);
  const closeDrawer = useDesk((desk) => desk.closeDrawer);
  const arm = useDesk((desk) => desk.arm);
  const disarm = useDesk((desk) => desk.disarm);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(drawerTarget);
  const targets = useTargets(view);
  const matching = useMemo(
    () =>
      targets.filter((target) =>
        text
          .toLowerCase()
          .split(/\s+/)
          .every((word) => target.found.includes(word)),
      ),
    [targets, text],
  );
  const current = view.agenda.rows.findIndex((row) => row.state === 'current');
  const nearest = matching.find(({ row }) => view.agenda.rows.indexOf(row) > current) ?? matching[0];
  const selected = matching.find(({ row }) => row.step === chosen) ?? nearest;

  const ask = (step: string | undefined) => {
    if (step === undefined || isStopped) return;
    setChosen(step);
    arm('jump', step, { kind: 'JumpTo', step });
  };
  // A clicked row has been chosen already: only the second press is asked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on opening
  useEffect(() => {
    if (drawerTarget !== null) ask(drawerTarget);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected row is what moved
  useEffect(() => {
    document.querySelector('[data-jump="chosen"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selected?.row.step]);

  const move = (by: number) => {
    const at = matching.findIndex(({ row }) => row.step === selected?.row.step);
    const next = matching[Math.min(matching.length - 1, Math.max(0, at + by))];
    if (next) setChosen(next.row.step);
  };

  return (
    <Drawer title={t('jump.title')} isNarrow>
      <div className={styles.search}>
        <input
          className={controls.field}
          // biome-ignore lint/a11y/noAutofocus: the list is opened by the operator's own press
          autoFocus={drawerTarget === null}
          aria-label={t('jump.search')}
          placeholder={t('jump.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
            disarm();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Escape') closeDrawer();
            if (event.key === 'ArrowDown') move(1);
            if (event.key === 'ArrowUp') move(-1);
            if (event.key !== 'Enter' || event.repeat) return;
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
            ask(selected?.row.step);
          }}
        />
        <ConsoleButton
          label={t('jump.go')}
          blockedBy={selected ? null : t('jump.none')}
          onPress={() => ask(selected?.row.step)}
        />
      </div>
      {selected && (
        <ConfirmBar
          control="jump"
          about={selected.row.step}
          question={t('jump.ask', { step: selected.name })}
          confirmLabel={t('confirm')}
          cancelLabel={t('cancel')}
        />
      )}
      <RefusalNote control="jump" />
      <ul className={styles.list}>
        {matching.map(({ row, name }) => (
          <li key={row.step}>
            <button
              type="button"
              className={classes(styles.target, row.step === selected?.row.step && styles.chosen)}
              data-jump={row.step === selected?.row.step ? 'chosen' : undefined}
              onClick={() => ask(row.step)}
            >
              <span className={styles.state}>{t(`jump.state.${row.state}`)}</span>
              <span>{name}</span>
              <span className={styles.end}>{elapsedText(row.plannedMs)}</span>
            </button>
          </li>
        ))}
        {matching.length === 0 && <li className={styles.hint}>{t('jump.none')}</li>}
      </ul>
    </Drawer>
  );
}
