import { roundOfStep } from '../domain/round-opening.ts';
import type { EventState } from '../domain/state.ts';
import { countsView, eventView, type PictureSource, stageStep, timerView } from './build-common.ts';
import { buildScene } from './build-scene.ts';
import type { CountsView, ProjectorView } from './view-sections.ts';

// VIEW-3: a frozen wall goes on with its picture; the clock of that picture runs on.
export function pictureOf(state: EventState): PictureSource {
  const { definition, roundOrder, stage, rounds, result, curtain } = state;
  return {
    definition,
    roundOrder,
    ...(curtain.kind === 'frozen' ? curtain.picture : { stage, rounds, result }),
  };
}

/** Counts of the round on the wall, only while the wall shows a ballot. */
export function wallCounts(source: PictureSource): CountsView | null {
  const step = stageStep(source);
  const round = step?.scene === 'ballot_progress' ? roundOfStep(source, step) : null;
  return round && countsView(source.definition, round);
}

/** What every screen of the hall shows: built from nothing but what has been made public. */
export function buildProjectorView(state: EventState): ProjectorView {
  const source = pictureOf(state);
  return {
    event: eventView(state.definition),
    scene: buildScene(source),
    timer: timerView(source),
    counts: wallCounts(source),
    curtain: state.curtain.kind,
    bell: state.bell,
  };
}
