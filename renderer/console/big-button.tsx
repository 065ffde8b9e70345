import { useEffect, useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { isCovered } from './desk-store.ts';
import { KeyCap } from './key-cap.tsx';
import { nextIdentity, nextOrder, pressOf, type RevealChoice } from './next-order.ts';
import { type NextView, useNextWords } from './next-words.ts';
import { RefusalText } from './refusal-note.tsx';
import styles from './stage.module.css';
import { type BackView, useUndoWords } from './undo-words.ts';
import { useKey } from './use-key.ts';
import { useWords } from './use-words.ts';

export type BigButtonView = NextView & Pick<ConsoleView, 'stage' | 'undo' | 'agenda' | 'health'>;

/** The first press of the big button: acts, or arms what needs a second one. Used by Space, PageDown and the pointer. */
function usePressNext(view: BigButtonView): () => void {
  const { isStopped } = useSurroundings();
  const order = useDesk((desk) => desk.order);
  const arm = useDesk((desk) => desk.arm);
  const mayMove = useDesk((desk) => desk.mayMove);
  const isPending = useDesk((desk) => desk.pending.includes('go'));
  return () => {
    if (isStopped || isPending || !mayMove()) return;
    const command = nextOrder(view.next, view, 'step');
    if (!command) return;
    if (pressOf(view.next) === 'confirm') arm('go', nextIdentity(view.next, view), command);
    else void order('go', command);
  };
}

function ReleaseChoice({
  view,
  choice,
  onChoose,
}: {
  view: BigButtonView;
  choice: RevealChoice;
  onChoose: (choice: RevealChoice) => void;
}) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const choose = (next: RevealChoice) => {
    const command = nextOrder(view.next, view, next);
    onChoose(next);
    if (command) arm('go', nextIdentity(view.next, view), command);
  };
  return (
    <>
      <ConsoleButton
        isSmall
        isOn={choice === 'step'}
        label={t('release.step')}
        intent="first"
        onPress={() => choose('step')}
      />
      <ConsoleButton
        isSmall
        isOn={choice === 'all'}
        label={t('release.all')}
        intent="second"
        onPress={() => choose('all')}
      />
    </>
  );
}

/** The second press stands elsewhere than the first, so that a double click can't be both. */
function SecondPress() {
  const { t } = useWords();
  const confirm = useDesk((desk) => desk.confirm);
  const disarm = useDesk((desk) => desk.disarm);
  return (
    <div className={styles.second}>
      <ConsoleButton isOn label={t('confirm')} intent="confirm" onPress={confirm} />
      <ConsoleButton isSmall isAlwaysThere label={t('cancel')} intent="cancel" onPress={disarm} />
    </div>
  );
}

function useGoBack(view: BackView) {
  const { isStopped } = useSurroundings();
  const order = useDesk((desk) => desk.order);
  const mayMove = useDesk((desk) => desk.mayMove);
  const words = useUndoWords(view);
  return {
    ...words,
    press: () => {
      if (!isStopped && words.command && mayMove()) void order('undo', words.command);
    },
  };
}

function WayBack({ view }: { view: BigButtonView }) {
  const { isStopped } = useSurroundings();
  const back = useGoBack(view);
  useKey('back', back.press);
  const refusal = useDesk((desk) => desk.refusals.undo);
  return (
    <button
      type="button"
      className={styles.back}
      aria-disabled={isStopped || !back.command}
      onClick={back.press}
    >
      <KeyCap intent="back" />
      <span>{refusal ? <RefusalText refusal={refusal} /> : back.label}</span>
      <span className={styles.backTarget}>{back.blocked ?? back.target}</span>
    </button>
  );
}

/** Says what will happen on the wall before it happens. Cyan acts; amber won't yet, and says what to settle first. */
export function BigButton({ view }: { readonly view: BigButtonView }) {
  const { t } = useWords();
  const { isStopped } = useSurroundings();
  const armed = useDesk((desk) => desk.armed);
  const disarm = useDesk((desk) => desk.disarm);
  const refusal = useDesk((desk) => desk.refusals.go);
  const peek = useDesk((desk) => desk.peek);
  const [choice, setChoice] = useState<RevealChoice>('step');
  const press = usePressNext(view);
  useKey('next', press);
  const words = useNextWords(view, isCovered(peek, view.health.displays.kind));
  const identity = nextIdentity(view.next, view);
  const isArmed = armed?.control === 'go' && armed.about === identity;
  const isStale = armed?.control === 'go' && armed.about !== identity;
  useEffect(() => {
    if (isStale) disarm();
  }, [isStale, disarm]);
  useEffect(() => {
    if (!isArmed) setChoice('step');
  }, [isArmed]);

  const kind = pressOf(view.next);
  const acts = !isStopped && (kind === 'press' || kind === 'confirm');
  const isChoosing = isArmed && view.next.kind === 'release';
  const armedKind = armed?.command.kind === 'ReleaseResult' ? armed.command.reveal : choice;
  return (
    <section
      className={classes(
        styles.go,
        !acts && styles.wait,
        isArmed && styles.armed,
        isChoosing && styles.goWithChoices,
      )}
      data-kind={view.next.kind}
    >
      <button type="button" className={styles.goPress} aria-disabled={!acts} onClick={press}>
        <span className={styles.key}>
          <span>
            {isArmed ? 'Enter' : t('key.space')}
            <small>{isArmed ? t('go.secondPress') : words.keyNote}</small>
          </span>
        </span>
        <span className={styles.goWords}>
          <strong>{isArmed ? words.armedHeadline : words.headline}</strong>
          <span className={styles.effects} role={refusal ? 'status' : undefined}>
            {refusal ? (
              <span className={styles.attention}>
                ▲ <RefusalText refusal={refusal} />
              </span>
            ) : (
              (isArmed ? words.armedEffects : words.effects).map((effect) => (
                <span key={effect.on + effect.what}>
                  {effect.on} <b>{effect.what}</b>
                </span>
              ))
            )}
          </span>
        </span>
      </button>
      {isChoosing && (
        <div className={styles.choices}>
          <ReleaseChoice view={view} choice={armedKind} onChoose={setChoice} />
        </div>
      )}
      {isArmed ? <SecondPress /> : <WayBack view={view} />}
    </section>
  );
}
