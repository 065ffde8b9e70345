import type { NodeOf, TimeSide } from '../../domain/scoring/rules/value-node.ts';
import { isNegative, pointsChange, secondsText, signed, size, sourceText } from './number-words.ts';
import type { Say, Speaker } from './speaker.ts';

/** `hasLeast`: time under is counted from a shortest time of its own. */
function sideClauses(say: Say, side: TimeSide, isOver: boolean, hasLeast: boolean): readonly string[] {
  const beyond = isOver
    ? say('超时', '超時', 'over the limit')
    : hasLeast
      ? say('不足最短时间', '不足最短時間', 'under the least')
      : say('不足时限', '不足時限', 'under the limit');
  if (side.kind === 'bands')
    return side.bands.map(({ from, points }) =>
      say(
        `${beyond} ${from} 秒以上（含）的，${pointsChange(say, points)}`,
        `${beyond} ${from} 秒以上（含）的，${pointsChange(say, points)}`,
        `${from} s or more ${beyond}: ${pointsChange(say, points)}`,
      ),
    );
  const { seconds, points } = side;
  const rest =
    side.kind === 'per-started'
      ? say(
          `，不到 ${seconds} 秒的按 ${seconds} 秒算`,
          `，不到 ${seconds} 秒的按 ${seconds} 秒算`,
          ' or part of them',
        )
      : say(`，不到 ${seconds} 秒的部分不算`, `，不到 ${seconds} 秒的部分不算`, ' that are full');
  return [
    say(
      `${beyond}每 ${seconds} 秒${pointsChange(say, points)}${rest}`,
      `${beyond}每 ${seconds} 秒${pointsChange(say, points)}${rest}`,
      `for every ${seconds} s ${beyond}${rest} ${pointsChange(say, points)}`,
    ),
  ];
}

export function timeClauses(speaker: Speaker, node: NodeOf<'time'>): readonly string[] {
  const { say, names } = speaker;
  const limit = secondsText(speaker, node.limit);
  const least = node.atLeast === undefined ? null : secondsText(speaker, node.atLeast);
  return [
    say(
      `按${names.node(node.of)}计，时限为 ${limit}`,
      `按${names.node(node.of)}計，時限為 ${limit}`,
      `by ${names.node(node.of)}; the limit is ${limit}`,
    ),
    ...(least && node.under ? [say(`最短为 ${least}`, `最短為 ${least}`, `the least is ${least}`)] : []),
    ...(Number(node.grace) > 0
      ? [
          say(
            `相差 ${node.grace} 秒以内（含）不计，超出这一宽限的从时限${least ? '（或最短时间）' : ''}起算`,
            `相差 ${node.grace} 秒以內（含）不計，超出這一寬限的從時限${least ? '（或最短時間）' : ''}起算`,
            `up to ${node.grace} s beyond nothing happens; past that it counts from the limit${least ? ' (or the least)' : ''}`,
          ),
        ]
      : []),
    ...(node.over
      ? sideClauses(say, node.over, true, false)
      : [say('超时不扣分', '超時不扣分', 'nothing happens over the limit')]),
    ...(node.under
      ? sideClauses(say, node.under, false, least !== null)
      : [say('提前结束不扣分', '提前結束不扣分', 'nothing happens under the limit')]),
  ];
}

export function bandsClauses(speaker: Speaker, node: NodeOf<'bands'>): readonly string[] {
  const { say, names } = speaker;
  const [first] = node.bands;
  const of = names.node(node.of);
  return [
    say(
      `按${of}分档：不到 ${signed(first?.from ?? '')} 的得 ${signed(node.below)} 分`,
      `按${of}分檔：不到 ${signed(first?.from ?? '')} 的得 ${signed(node.below)} 分`,
      `by bands of ${of}: below ${signed(first?.from ?? '')} ${signed(node.below)}`,
    ),
    ...node.bands.map(({ from, points }, n) => {
      const next = node.bands[n + 1];
      const to = next
        ? say(
            `、不到 ${signed(next.from)} `,
            `、不到 ${signed(next.from)} `,
            ` and below ${signed(next.from)}`,
          )
        : '';
      return say(
        `${signed(from)} 以上（含）${to}的得 ${signed(points)} 分`,
        `${signed(from)} 以上（含）${to}的得 ${signed(points)} 分`,
        `from ${signed(from)}${to} ${signed(points)}`,
      );
    }),
  ];
}

export function linearText(speaker: Speaker, node: NodeOf<'linear'>): string {
  const { names } = speaker;
  const of = names.node(node.of);
  const isPar = node.par !== '0';
  const inner = isPar ? `(${of} − ${sourceText(speaker, node.par)})` : of;
  const minus = typeof node.rate === 'string' && isNegative(node.rate);
  const rate = typeof node.rate === 'string' ? size(node.rate) : sourceText(speaker, node.rate);
  const product = rate === '1' ? inner : `${rate} × ${inner}`;
  if (node.base === '0') return minus ? `−${product}` : product;
  return `${sourceText(speaker, node.base)} ${minus ? '−' : '+'} ${product}`;
}

export function measureClauses({ say, names, scheme }: Speaker, node: NodeOf<'measure'>): readonly string[] {
  const isTime =
    node.measure === 'seconds' || scheme.nodes.some((other) => other.kind === 'time' && other.of === node.id);
  const measure = names.measure(node.measure);
  const missing = {
    zero: say('没有的按 0 计', '沒有的按 0 計', 'zero where there is none'),
    none: say('没有的不计', '沒有的不計', 'left out where there is none'),
    block: say('没有的不出结果', '沒有的不出結果', 'without it there is no result'),
  }[node.missing];
  return [
    isTime
      ? say('以计时员确认的数值为准', '以計時員確認的數值為準', 'as the timekeeper has confirmed it')
      : say(`按录入的${measure}`, `按錄入的${measure}`, `${measure} as entered`),
    missing,
  ];
}
