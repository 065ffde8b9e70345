import type { NumberSource, PlacePoints, Rounding } from '../../domain/scoring/rules/value-node.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { numberWord, plural, quoted, type Say, type Speaker } from './speaker.ts';

/** A number of the scheme, or what stands for it. */
export function sourceText({ scheme, names, say }: Speaker, source: NumberSource): string {
  if (typeof source === 'string') return signed(source);
  if ('measure' in source) return quoted(say, names.measure(source.measure));
  const usual = scheme.facts.find(({ id }) => id === source.fact)?.value ?? null;
  const name = quoted(say, names.fact(source.fact));
  if (usual === null)
    return say(`${name}（由赛事设定）`, `${name}（由賽事設定）`, `${name} (set for the event)`);
  return say(`${name}（本规则为 ${usual}）`, `${name}（本規則為 ${usual}）`, `${name} (here ${usual})`);
}

/** A number of seconds: the event's own where the scheme leaves it to the event. */
export function secondsText(speaker: Speaker, source: NumberSource): string {
  const { scheme, say, names } = speaker;
  if (typeof source === 'string') return say(`${source} 秒`, `${source} 秒`, `${source} s`);
  if ('measure' in source) return sourceText(speaker, source);
  const usual = scheme.facts.find(({ id }) => id === source.fact)?.value ?? null;
  if (usual === null) return sourceText(speaker, source);
  return say(
    `${usual} 秒（“${names.fact(source.fact)}”，赛事可另定）`,
    `${usual} 秒（“${names.fact(source.fact)}”，賽事可另定）`,
    `${usual} s (“${names.fact(source.fact)}”; the event may set another)`,
  );
}

/** With a true minus sign. */
export function signed(text: string): string {
  return text.replace(/^-/, '−');
}

/** `-0.5` without its sign. */
export function size(text: string): string {
  return text.replace(/^-/, '');
}

export function isNegative(text: string): boolean {
  return text.startsWith('-') && Number(text) !== 0;
}

/** 加 2 分, 扣 0.5 分, 不加不扣. */
export function pointsChange(say: Say, points: string): string {
  if (Number(points) === 0) return say('不加分也不扣分', '不加分也不扣分', 'nothing is added or taken away');
  if (isNegative(points))
    return say(
      `扣 ${size(points)} 分`,
      `扣 ${size(points)} 分`,
      `${size(points)} ${pointWord(points)} taken away`,
    );
  return say(`加 ${points} 分`, `加 ${points} 分`, `${points} ${pointWord(points)} added`);
}

function pointWord(points: string): string {
  return size(points) === '1' ? 'point is' : 'points are';
}

// The modes speak of the distance from zero.
function modeText(say: Say, mode: Rounding['mode']): string {
  switch (mode) {
    case 'half-up':
      return say('四舍五入', '四捨五入', 'half up');
    case 'half-even':
      return say('四舍六入五成双', '四捨六入五成雙', 'half to even');
    case 'half-down':
      return say('五舍六入', '五舍六入', 'half down');
    case 'up':
      return say('余数一律进位', '餘數一律進位', 'always up');
    case 'down':
      return say('余数一律舍去', '餘數一律捨去', 'always down');
    default:
      return unreachable(mode);
  }
}

/** 四舍五入，保留两位小数. */
export function roundingText(say: Say, { decimals, mode }: Rounding): string {
  const way = modeText(say, mode);
  const places = numberWord(say, decimals);
  if (decimals === 0) return say(`${way}，保留整数`, `${way}，保留整數`, `rounded ${way} to a whole number`);
  return say(
    `${way}，保留${places}位小数`,
    `${way}，保留${places}位小數`,
    `rounded ${way} to ${places} ${plural(decimals, 'decimal')}`,
  );
}

/** 第 1 名 100 分，每低一名减 3 分. */
export function placePointsText(say: Say, points: PlacePoints): string {
  if ('first' in points) {
    const { first, step } = points;
    const change = isNegative(step)
      ? say(`减 ${size(step)} 分`, `減 ${size(step)} 分`, `${size(step)} less`)
      : say(`加 ${step} 分`, `加 ${step} 分`, `${step} more`);
    return say(
      `第 1 名得 ${signed(first)} 分，名次每低一名${change}`,
      `第 1 名得 ${signed(first)} 分，名次每低一名${change}`,
      `first place gets ${signed(first)}, each place below it ${change}`,
    );
  }
  const { table, beyond } = points;
  const list = table.map(signed).join(say('、', '、', ', '));
  const rest = signed(beyond);
  return say(
    `第 1 名至第 ${table.length} 名依次得 ${list} 分，其后各名得 ${rest} 分`,
    `第 1 名至第 ${table.length} 名依次得 ${list} 分，其後各名得 ${rest} 分`,
    `places 1 to ${table.length} get ${list} points, all others ${rest}`,
  );
}
