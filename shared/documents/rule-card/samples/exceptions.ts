import type { PartState } from '../../../domain/scoring/rules/node-value.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { isPlaced } from '../marks-words.ts';
import type { Speaker } from '../speaker.ts';
import { partText, type Step } from './step.ts';

function stateText(
  { say }: Speaker,
  state: Exclude<PartState, 'counted' | 'struck-high' | 'struck-low'>,
): string {
  switch (state) {
    case 'recused':
      return say('回避，不计', '迴避，不計', 'recused, not counted');
    case 'outside':
      return say('弃权，不进分母', '棄權，不進分母', 'abstained, in no denominator');
    case 'filled':
      return say('按规则补上', '按規則補上', 'filled in by the rule');
    case 'dropped':
      return say('去掉', '去掉', 'dropped');
    case 'not-yet':
    case 'abstained':
    case 'absent':
    case 'void':
    case 'excluded':
    case 'uncounted':
      return say('不计', '不計', 'not counted');
    default:
      return unreachable(state);
  }
}

/** 最高 92（2 号席）, or several of one side under one word. */
function struckText(step: Step, state: PartState, side: string): readonly string[] {
  const { say } = step.speaker;
  const texts = step.tree.parts
    .filter((part) => part.state === state)
    .map((part) => {
      const value = partText(step, part);
      return part.of === ''
        ? value
        : say(`${value}（${part.of} 号席）`, `${value}（${part.of} 號席）`, `${value} (seat ${part.of})`);
    });
  return texts.length === 0 ? [] : [`${side} ${texts.join(say('、', '、', ', '))}`];
}

function struckClauses(step: Step): readonly string[] {
  const { node, speaker } = step;
  const { say } = speaker;
  const ballot = node.kind === 'marks' ? speaker.plan.ballotById.get(node.ballot) : undefined;
  const isOfPlaces = node.kind === 'marks' && ballot !== undefined && isPlaced(ballot, node);
  const high = isOfPlaces ? say('最差', '最差', 'worst') : say('最高', '最高', 'highest');
  const low = isOfPlaces ? say('最好', '最好', 'best') : say('最低', '最低', 'lowest');
  const struck = [...struckText(step, 'struck-high', high), ...struckText(step, 'struck-low', low)];
  const list = struck.join(say('，', '，', '; '));
  return struck.length === 0 ? [] : [say(`去掉${list}`, `去掉${list}`, `struck: ${list}`)];
}

/** What doesn't count, or counts otherwise, and why. */
function exceptions(step: Step): readonly string[] {
  const { speaker, tree } = step;
  const { say } = speaker;
  const others = tree.parts.flatMap((part): readonly string[] => {
    const { state } = part;
    if (part.from === 'given' || state === 'counted' || state === 'struck-high' || state === 'struck-low')
      return [];
    const why = stateText(speaker, state);
    if (part.from === 'node')
      return [
        say(
          `${partText(step, part)} ${why}`,
          `${partText(step, part)} ${why}`,
          `${partText(step, part)} ${why}`,
        ),
      ];
    const value = state === 'filled' && part.value !== null ? ` ${partText(step, part)}` : '';
    return [
      part.of === ''
        ? say(`有一票${why}${value}`, `有一票${why}${value}`, `one ballot ${why}${value}`)
        : say(
            `${part.of} 号席${why}${value}`,
            `${part.of} 號席${why}${value}`,
            `seat ${part.of} ${why}${value}`,
          ),
    ];
  });
  return [...struckClauses(step), ...others];
}

export function exceptionText(step: Step): string | null {
  const notes = exceptions(step);
  return notes.length === 0 ? null : notes.join(step.speaker.say('，', '，', ', '));
}
