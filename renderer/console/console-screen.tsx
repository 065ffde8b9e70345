import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { Link } from '../connection/page-state.ts';
import { AgendaPanel } from './agenda-panel.tsx';
import { agendaTimes } from './agenda-times.ts';
import { AllKeys } from './all-keys.tsx';
import { BallotHero } from './ballot-hero.tsx';
import { BesideDrawer } from './beside/beside-drawer.tsx';
import { BigButton } from './big-button.tsx';
import { ChangeDrawer } from './change-drawer.tsx';
import styles from './console.module.css';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { FaultBars } from './fault-bars.tsx';
import { useCover } from './held-curtain.tsx';
import { JumpDialog } from './jump-dialog.tsx';
import { KeyLine } from './key-line.tsx';
import { Monitors } from './monitors.tsx';
import { NetworkDrawer } from './network-drawer.tsx';
import { NextStageDrawer } from './next-stage-drawer.tsx';
import { NumberDrawer } from './number/number-drawer.tsx';
import { viewOfRound } from './open-rounds.ts';
import { PaperDrawer } from './paper-drawer.tsx';
import { RevealHero } from './reveal-hero.tsx';
import { isRevealStep } from './reveal-step.ts';
import { SeatDrawer } from './seat-drawer.tsx';
import { SidePanel } from './side-panel.tsx';
import stage from './stage.module.css';
import { TimerControls } from './timer-controls.tsx';
import { TimerHero } from './timer-hero.tsx';
import { TopStrip } from './top-strip.tsx';
import { useRedoWords } from './undo-words.ts';
import { UnitDrawer } from './unit-drawer.tsx';
import { useTicking } from './use-now.ts';
import { useWords } from './use-words.ts';
import { CorrectedVersion, VersionDrawer } from './version-drawer.tsx';
import { WhatIfDrawer } from './what-if-drawer.tsx';
import { hasBallots, useTab, WorkArea } from './work-area.tsx';

/** Loaded when it is opened: the engine and every field of the format weigh as much as the console. */
const SchemeDrawer = lazy(() => import('./scheme/scheme-drawer.tsx'));

/** One number: the time left, the ballots in, or the places revealed. */
function Hero({ view }: { view: ConsoleView }) {
  const cover = useCover(view.health.displays.kind);
  if (isRevealStep(view) && view.result?.reveal)
    return <RevealHero result={view.result} reveal={view.result.reveal} isCovered={cover.isCovered} />;
  if (view.wall.scene.kind === 'ballot' && view.round) return <BallotHero view={view} round={view.round} />;
  return <TimerHero view={view} />;
}

function Redo({ view }: { view: ConsoleView }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const redo = useRedoWords(view);
  if (!redo) return null;
  return (
    <div className={stage.redo}>
      <ConsoleButton
        isSmall
        isPlain
        label={t('undo.redo', { what: redo.target })}
        intent="redo"
        onPress={() => void order('undo', redo.command)}
      />
    </div>
  );
}

function OpenDrawer({ view }: { view: ConsoleView }) {
  const drawer = useDesk((desk) => desk.drawer);
  const target = useDesk((desk) => desk.drawerTarget);
  if (drawer === 'jump') return <JumpDialog view={view} />;
  if (drawer === 'keys') return <AllKeys />;
  if (drawer === 'beside') return <BesideDrawer key={target} view={view} />;
  if (drawer === 'network') return <NetworkDrawer view={view} />;
  if (drawer === 'paper') return <PaperDrawer view={view} />;
  if (drawer === 'seat') return <SeatDrawer key={target} view={view} />;
  if (drawer === 'units') return <UnitDrawer view={view} />;
  if (drawer === 'version') return <VersionDrawer view={view} />;
  if (drawer === 'changes') return <ChangeDrawer changes={view.changes} />;
  if (drawer === 'nextStage') return <NextStageDrawer view={view} />;
  if (drawer === 'whatIf') return <WhatIfDrawer view={view} />;
  if (drawer === 'number' && target !== null) return <NumberDrawer view={view} target={target} />;
  if (drawer === 'scheme')
    return (
      <Suspense fallback={null}>
        <SchemeDrawer view={view} />
      </Suspense>
    );
  return null;
}

/** The whole console, drawn from one view. */
export function ConsoleScreen({ view: whole, link }: { readonly view: ConsoleView; readonly link: Link }) {
  const { isStopped } = useSurroundings();
  const lookedAt = useDesk((desk) => desk.lookedAtRound);
  const lookAtRound = useDesk((desk) => desk.lookAtRound);
  const busyWith = whole.round?.round ?? null;
  // What the operator looked at was beside another round.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round in hand is what ends it
  useEffect(() => lookAtRound(null), [busyWith, lookAtRound]);
  const view = useMemo(() => viewOfRound(whole, lookedAt), [whole, lookedAt]);
  // Forecasts are told in minutes: a quarter of one is fine enough.
  const now = useTicking(() => Math.floor(Date.now() / 15_000) * 15_000);
  const times = agendaTimes(view.agenda.rows, now);
  // A step that only shows figures leaves them the room.
  const tab = useTab(view);
  const hasTimerControls = !isRevealStep(view) && (view.timer.timer.kind !== 'none' || tab !== 'result');
  return (
    <div className={styles.console} data-stopped={isStopped}>
      <TopStrip view={view} times={times} />
      <div className={styles.bars}>
        <FaultBars view={view} link={link} />
      </div>
      <main className={styles.columns}>
        <AgendaPanel view={view} times={times} />
        <section className={stage.stage}>
          <Monitors view={view} />
          <BigButton view={view} />
          <Redo view={view} />
          <CorrectedVersion view={view} />
          <Hero view={view} />
          {hasTimerControls && <TimerControls view={view} />}
          <WorkArea view={view} />
        </section>
        <SidePanel view={view} />
        <OpenDrawer view={view} />
      </main>
      <KeyLine hasBallots={hasBallots(view)} />
    </div>
  );
}
