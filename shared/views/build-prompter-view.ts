import type { EventState } from '../domain/state.ts';
import { eventView, stageStep, timerView, unitView, withAttempt } from './build-common.ts';
import type { PrompterView } from './view-sections.ts';

/** The speaker's monitor: the step, its clock and the operator's message. */
export function buildPrompterView(state: EventState): PrompterView {
  const step = stageStep(state);
  const { prompt } = state;
  return {
    event: eventView(state.definition),
    stage: {
      stepName: step?.name ?? null,
      unit: unitView(state.definition, step?.unit ?? null),
      ...withAttempt(state.definition, step?.attempt),
    },
    timer: timerView(state),
    message: prompt && { id: prompt.id, text: prompt.text, isAcknowledged: prompt.acknowledgedWall !== null },
  };
}
