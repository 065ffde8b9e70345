import { nameIn } from '../../domain/scoring/rules/names.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { isNegative, signed } from './number-words.ts';
import { isPlaceNode } from './ranking-words.ts';
import { capital, entry, listed, type Say, type Speaker } from './speaker.ts';

function outputLines({ say, names, scheme, language }: Speaker): readonly string[] {
  const plain = scheme.outputs
    .filter(({ labels }) => labels.length === 0)
    .map(({ node }) => names.node(node));
  const labelled = scheme.outputs.filter(({ labels }) => labels.length > 0);
  return [
    ...labelled.map(({ node, labels }) => {
      const bands = labels.map(({ from, name }) => {
        const word = quotedName(nameIn(name, '')[language], say);
        return from === undefined
          ? say(`其余为${word}`, `其餘為${word}`, `otherwise ${word}`)
          : say(
              `${signed(from)} 以上（含）为${word}`,
              `${signed(from)} 以上（含）為${word}`,
              `from ${signed(from)} ${word}`,
            );
      });
      return entry(say, capital(names.node(node)), [
        say('随名次一并列出', '隨名次一併列出', 'stands beside the ranking'),
        ...bands,
      ]);
    }),
    ...(plain.length === 0
      ? []
      : [
          entry(say, say('随名次一并列出', '隨名次一併列出', 'Beside the ranking stand'), [
            listed(say, plain),
          ]),
        ]),
  ];
}

function quotedName(name: string, say: Say): string {
  return say(`“${name}”`, `「${name}」`, `“${name}”`);
}

function prizeLines(speaker: Speaker): readonly string[] {
  const { say, names, scheme, language } = speaker;
  return scheme.prizes.map((prize) => {
    const { by, better, quota, atLeast, above, below } = prize;
    const value = names.node(by ?? scheme.ranking.by);
    const lines = [
      ...(atLeast === undefined
        ? []
        : [
            say(
              `${value}达到 ${signed(atLeast)}`,
              `${value}達到 ${signed(atLeast)}`,
              `${value} of ${signed(atLeast)} or more`,
            ),
          ]),
      ...(above === undefined
        ? []
        : [
            say(
              `${value}高于 ${signed(above)}`,
              `${value}高於 ${signed(above)}`,
              `${value} above ${signed(above)}`,
            ),
          ]),
      ...(below === undefined
        ? []
        : [
            say(
              `${value}低于 ${signed(below)}`,
              `${value}低於 ${signed(below)}`,
              `${value} below ${signed(below)}`,
            ),
          ]),
    ];
    const order =
      by === undefined
        ? say('按名次', '按名次', 'by place')
        : better === 'higher'
          ? say(`按${value}从高到低`, `按${value}從高到低`, `by ${value} from the highest`)
          : say(`按${value}从低到高`, `按${value}從低到高`, `by ${value} from the lowest`);
    const who =
      lines.length === 0
        ? say('各单位', '各單位', 'all units')
        : say(
            `${listed(say, lines)} 的单位`,
            `${listed(say, lines)} 的單位`,
            `units with ${listed(say, lines)}`,
          );
    return entry(say, capital(nameIn(prize.name, prize.id)[language]), [
      quota === undefined
        ? who
        : say(
            `${who}中，${order}取前 ${quota} 个`,
            `${who}中，${order}取前 ${quota} 個`,
            `of ${who}, ${order}, the first ${quota}`,
          ),
      ...(quota === undefined
        ? []
        : [
            say(
              '名额末位相同的，分出先后再定',
              '名額末位相同的，分出先後再定',
              'equal units at the last of these wait until they are parted',
            ),
          ]),
    ]);
  });
}

function withSign(points: string): string {
  return isNegative(points) ? signed(points) : `+${points}`;
}

function annualLines({ say, scheme }: Speaker): readonly string[] {
  const { annual } = scheme;
  if (!annual) return [];
  const { first, last, tied } = annual;
  const front = first.map((points, n) =>
    say(
      `第 ${n + 1} 名 ${withSign(points)}`,
      `第 ${n + 1} 名 ${withSign(points)}`,
      `place ${n + 1} ${withSign(points)}`,
    ),
  );
  const back = last.map((points, n) => {
    const fromEnd = last.length - n;
    return fromEnd === 1
      ? say(`最后一名 ${withSign(points)}`, `最後一名 ${withSign(points)}`, `last ${withSign(points)}`)
      : say(
          `倒数第 ${fromEnd} 名 ${withSign(points)}`,
          `倒數第 ${fromEnd} 名 ${withSign(points)}`,
          `${fromEnd} from the end ${withSign(points)}`,
        );
  });
  return [
    entry(say, say('年度考核加减分', '年度考核加減分', 'Annual assessment'), [
      [...front, ...back].join(say('，', '，', ', ')),
      tied === 'averaged'
        ? say(
            '并列的取所占名次加减分的平均数',
            '並列的取所佔名次加減分的平均數',
            'equal units take the mean of the places they fill',
          )
        : say('并列的按其名次加减', '並列的按其名次加減', 'equal units each take the points of their place'),
    ]),
  ];
}

function stageLines({ say, names, scheme }: Speaker): readonly string[] {
  const { stage } = scheme;
  if (!stage) return [];
  const { advance, carry } = stage;
  const goes = (): string => {
    switch (advance.kind) {
      case 'places':
        return say(
          `前 ${advance.to} 名进入下一阶段`,
          `前 ${advance.to} 名進入下一階段`,
          `the first ${advance.to} go on`,
        );
      case 'at-least':
        return say(
          `${names.node(scheme.ranking.by)}达到 ${advance.points} 的进入下一阶段`,
          `${names.node(scheme.ranking.by)}達到 ${advance.points} 的進入下一階段`,
          `units with ${names.node(scheme.ranking.by)} of ${advance.points} or more go on`,
        );
      case 'by-hand':
        return say(
          '进入下一阶段的单位由主办方确定',
          '進入下一階段的單位由主辦方確定',
          'the organiser says who goes on',
        );
      default:
        return unreachable(advance);
    }
  };
  return [
    entry(say, say('下一阶段', '下一階段', 'Next stage'), [
      goes(),
      carry
        ? say(
            `带去${names.node(carry.node)}，所占分量由下一阶段的规则定`,
            `帶去${names.node(carry.node)}，所佔分量由下一階段的規則定`,
            `they take ${names.node(carry.node)} with them; what it weighs is the next stage’s rule`,
          )
        : null,
    ]),
  ];
}

function marksText(say: Say, marks: ScoringScheme['publish']['marks']): string {
  switch (marks) {
    case 'none':
      return say('单张票不公布', '單張票不公布', 'single ballots aren’t published');
    case 'sorted':
      return say(
        '单张票的打分由高到低公布，不标席位',
        '單張票的打分由高到低公布，不標席位',
        'single marks are published from the highest, without seats',
      );
    case 'by-seat':
      return say('单张票按席位公布', '單張票按席位公布', 'single ballots are published by seat');
    case 'by-judge':
      return say('单张票按评委公布', '單張票按評委公布', 'single ballots are published by judge');
    default:
      return unreachable(marks);
  }
}

function publishLines({ say, names, scheme, plan }: Speaker): readonly string[] {
  const { totals, groupMeans, marks, fromBallots } = scheme.publish;
  const total = names.node(scheme.ranking.by);
  return [
    entry(say, say('公布', '公布', 'Published'), [
      totals && isPlaceNode(plan.nodeById.get(scheme.ranking.by))
        ? say('公布名次', '公布名次', 'places')
        : totals
          ? say(`公布名次和${total}`, `公布名次和${total}`, `places and ${total}`)
          : say(`只公布名次，不公布${total}`, `只公布名次，不公布${total}`, `places only, without ${total}`),
      ...(scheme.groups.length > 1
        ? [
            groupMeans
              ? say('各组的均分公布', '各組的均分公布', 'each group’s mean is published')
              : say('各组的均分不公布', '各組的均分不公布', 'the groups’ means aren’t published'),
          ]
        : []),
      marksText(say, marks),
      ...(marks !== 'none' && scheme.ballots.some(({ secrecy }) => secrecy === 'anonymous')
        ? [say('无记名票一律不标席位', '無記名票一律不標席位', 'no seat ever stands beside a secret ballot')]
        : []),
      ...(fromBallots > 1
        ? [
            say(
              `不足 ${fromBallots} 张票的均分不公布，除非另有明确决定`,
              `不足 ${fromBallots} 張票的均分不公布，除非另有明確決定`,
              `a mean of fewer than ${fromBallots} ballots isn’t published without an explicit decision`,
            ),
          ]
        : []),
    ]),
  ];
}

function monitorLines({ say, scheme }: Speaker): readonly string[] {
  return [
    entry(say, say('监督', '監督', 'Monitor'), [
      ...(scheme.isMonitorRequired
        ? [
            say(
              '须有监督员，由其在自己的设备上会签计票，有异议的写明理由',
              '須有監督員，由其在自己的設備上會簽計票，有異議的寫明理由',
              'one is required, who co-signs the count on a device of their own or objects with a reason',
            ),
          ]
        : [
            say(
              '本规则不要求监督员，没有监督员的，成绩单注明“无监督员”',
              '本規則不要求監督員，沒有監督員的，成績單註明「無監督員」',
              'none is required; without one the sheets say “No monitor”',
            ),
          ]),
      say('计票前任何人看不到打分', '計票前任何人看不到打分', 'before the count nobody sees a mark'),
    ]),
  ];
}

/** What comes of the ranking, and what is let out of it. */
export function outcomeWords(speaker: Speaker): readonly string[] {
  return [...outputLines(speaker), ...prizeLines(speaker), ...annualLines(speaker), ...stageLines(speaker)];
}

export function publicationWords(speaker: Speaker): readonly string[] {
  return [...publishLines(speaker), ...monitorLines(speaker)];
}
