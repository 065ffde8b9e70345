import { divisionName } from '../domain/division-name.ts';
import type { Step } from '../domain/event-definition.ts';
import { revealStage } from '../domain/reveal-order.ts';
import { roundOfStep } from '../domain/round-opening.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { type ResultState, unitOf } from '../domain/state.ts';
import {
  type PictureSource,
  positionView,
  ruleView,
  stageStep,
  unitView,
  withAttempt,
} from './build-common.ts';
import { noResultOf } from './no-result.ts';
import type { RankingRow, RankingScene, SceneView } from './view-sections.ts';

// RULE-27
/** A row as the hall may see it. */
export function rankingRow(source: Pick<PictureSource, 'definition'>, figure: UnitFigure): RankingRow {
  const { totals, groupMeans } = source.definition.scheme.publish;
  const unit = unitOf(source.definition, figure.unit);
  return {
    rank: figure.rank ?? 0,
    place: figure.place ?? '',
    isShared: figure.isShared,
    unit: unit?.name ?? { 'zh-Hans': figure.unit, 'zh-Hant': figure.unit, en: figure.unit },
    total: totals ? (figure.total ?? '') : '',
    groupMeans: groupMeans ? figure.groups.map((group) => group.mean) : [],
  };
}

// VIEW-4: rows not yet revealed aren't built, so no surface can leak them.
// DIVISION-4
/** One division at a time: its rows revealed so far, and who has no rank in it once all are. */
export function rankingScene(
  source: Pick<PictureSource, 'definition'>,
  result: Pick<Extract<ResultState, { kind: 'released' }>, 'figures' | 'revealed'>,
): RankingScene {
  const { inHand, ranked, shown, withoutPlaces } = revealStage(result.figures, result.revealed);
  const isComplete = shown.length === ranked.length;
  const division = divisionName(source.definition, inHand.division);
  return {
    kind: 'ranking',
    ...(division && { division }),
    rule: ruleView(source.definition),
    places: ranked.length,
    rows: shown.map((figure) => rankingRow(source, figure)),
    latest: isComplete || shown.length === 0 ? null : 0,
    unranked: isComplete
      ? inHand.units
          .filter(({ rank }) => rank === null)
          .map((figure) => ({ unit: rankingRow(source, figure).unit, why: noResultOf(figure) }))
      : [],
    ...(withoutPlaces.length > 0 && {
      withoutPlaces: withoutPlaces.flatMap((id) => divisionName(source.definition, id) ?? []),
    }),
  };
}

function sceneOfStep(source: PictureSource, step: Step): SceneView {
  const unit = unitView(source.definition, step.unit);
  const about = { unit, ...withAttempt(source.definition, step.attempt) };
  const title: SceneView = { kind: 'title', stepName: step.name, ...about };
  switch (step.scene) {
    case 'speaker_timer': {
      const speaking = unitOf(source.definition, step.unit);
      if (!speaking || !unit) return title;
      const { post, dossier: lines } = speaking;
      return {
        kind: 'speaker',
        stepName: step.name,
        ...about,
        unit,
        post,
        position: positionView(source.definition, speaking.id),
        lines,
      };
    }
    case 'ballot_progress': {
      if (!unit && step.round === null) return title;
      const round = roundOfStep(source, step);
      const state = !round ? 'waiting' : round.state === 'open' ? 'open' : 'locked';
      return {
        kind: 'ballot',
        stepName: step.name,
        ...about,
        position: unit && positionView(source.definition, unit.id),
        state,
      };
    }
    case 'result_ranks':
      return source.result.kind === 'released' ? rankingScene(source, source.result) : title;
    default:
      return title;
  }
}

/** The picture of the wall for a stage. A scene that isn't built yet is the title with the step's name. */
export function buildScene(source: PictureSource): SceneView {
  const step = stageStep(source);
  if (step) return sceneOfStep(source, step);
  const criteria = source.definition.scheme.ballots.flatMap((ballot) =>
    ballot.kind === 'points' ? ballot.criteria.map(({ id, name }) => nameIn(name, id)) : [],
  );
  return { kind: 'title', stepName: null, unit: null, criteria };
}
