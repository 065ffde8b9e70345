import type { PartState } from '../../../domain/scoring/rules/node-value.ts';
import type { TreePart } from '../../../domain/scoring/rules/result-tree.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { isPlaced } from '../marks-words.ts';
import { listed, plural, type Speaker } from '../speaker.ts';
import { partText, type Step } from './step.ts';

function stateText({ say }: Speaker, state: Otherwise): string {
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

/** 最高 92（第 2 席）, or several of one side under one word. */
function struckText(step: Step, state: PartState, side: string): readonly string[] {
  const { say } = step.speaker;
  const texts = step.tree.parts
    .filter((part) => part.state === state)
    .map((part) => {
      const value = partText(step, part);
      return part.of === ''
        ? value
        : say(`${value}（第 ${part.of} 席）`, `${value}（第 ${part.of} 席）`, `${value} (seat ${part.of})`);
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

type Otherwise = Exclude<PartState, 'counted' | 'struck-high' | 'struck-low'>;

function isOtherwise(state: PartState): state is Otherwise {
  return state !== 'counted' && state !== 'struck-high' && state !== 'struck-low';
}

/** 第 15、19 席弃权，不进分母: seats that are treated alike, in one clause. */
function seatsText({ speaker }: Step, state: Otherwise, parts: readonly TreePart[]): string {
  const { say } = speaker;
  const why = stateText(speaker, state);
  const seats = parts.map(({ of }) => of);
  // Of a secret ballot only how many there are.
  if (seats.includes(''))
    return say(
      `有 ${seats.length} 票${why}`,
      `有 ${seats.length} 票${why}`,
      `${seats.length} ${plural(seats.length, 'ballot')} ${why}`,
    );
  return say(
    `第 ${seats.join('、')} 席${why}`,
    `第 ${seats.join('、')} 席${why}`,
    `${plural(seats.length, 'seat')} ${listed(say, seats)} ${why}`,
  );
}

/** What doesn't count, or counts otherwise, and why. */
function exceptions(step: Step): readonly string[] {
  const { speaker, tree } = step;
  const others = tree.parts.filter(({ from }) => from !== 'given');
  const states = [...new Set(others.map(({ state }) => state).filter(isOtherwise))];
  return [
    ...struckClauses(step),
    ...states.map((state) => {
      const parts = others.filter((part) => part.state === state);
      if (parts.every(({ from }) => from === 'seat')) return seatsText(step, state, parts);
      const values = parts.map((part) => partText(step, part)).join(speaker.say('、', '、', ', '));
      return `${values} ${stateText(speaker, state)}`;
    }),
  ];
}

export function exceptionText(step: Step): string | null {
  const notes = exceptions(step);
  return notes.length === 0 ? null : notes.join(step.speaker.say('，', '，', ', '));
}
