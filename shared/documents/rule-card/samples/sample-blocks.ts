import { nodesBehindTotal } from '../../../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import { nodesTaken } from '../../../domain/scoring/rules/plan.ts';
import type { RankedUnit } from '../../../domain/scoring/rules/rank-units.ts';
import { formatDecimal, parseRational } from '../../../kernel/rational.ts';
import type { SheetBlock, SheetColumn } from '../../sheet.ts';
import { capital } from '../node-words.ts';
import { isPlaceNode, sharingText, tieRuleText } from '../ranking-words.ts';
import { listed, type Speaker, sentence } from '../speaker.ts';
import { arithmetic } from './arithmetic.ts';
import { marksTable } from './marks-table.ts';
import { type SampleCases, sampleCases } from './sample-cases.ts';
import { leastDecimals, numberText } from './sample-numbers.ts';
import { unitName } from './sample-words.ts';
import { tieValueText } from './tie-values.ts';

const textColumn = (name: string): SheetColumn => ({ name, content: { kind: 'text' } });

function lines(speaker: Speaker, ...sentences: readonly (readonly string[])[]): SheetBlock {
  return { kind: 'lines', lines: sentences.map((parts) => sentence(speaker.say, parts)) };
}

function caption({ say, names }: Speaker, ballot: string): SheetBlock {
  const name = capital(names.ballot(ballot));
  return { kind: 'lines', lines: [say(`${name}：`, `${name}：`, `${name}:`)] };
}

function heading(speaker: Speaker, number: number, text: string): SheetBlock {
  const { say } = speaker;
  return {
    kind: 'heading',
    text: say(
      `算例${'一二三四五'.charAt(number - 1)}　${text}`,
      `算例${'一二三四五'.charAt(number - 1)}　${text}`,
      `Sample ${number}: ${text}`,
    ),
  };
}

function placeText({ say }: Speaker, { place, state }: RankedUnit): string {
  const value = parseRational(place ?? '');
  if (value.ok) return formatDecimal(value.value, value.value.denominator === 1n ? 0 : 1);
  if (state === 'withdrew') return say('退出', '退出', 'withdrew');
  return state === 'waits' ? say('待定', '待定', 'not settled') : say('无', '無', 'none');
}

/** A unit that isn't there has no value; the rule may rank it with zero all the same. */
function isRankedAsZero({ plan, contest }: Calculation, unit: string): boolean {
  const state = contest.units.find((entry) => entry.unit === unit)?.state ?? 'standing';
  return state !== 'standing' && plan.scheme.units[state] === 'zero';
}

function totalText(
  { plan }: Speaker,
  calculation: Calculation,
  unit: string,
  on: 'rounded' | 'exact',
): string {
  const { by } = calculation.plan.scheme.ranking;
  const value = calculation.nodeValue(by, unit);
  if (value.kind === 'none') return isRankedAsZero(calculation, unit) ? '0' : '—';
  return numberText(on === 'exact' ? value.exact : value.value, leastDecimals(plan, by));
}

function rankedOf(calculation: Calculation, unit: string): RankedUnit {
  const entry = calculation.ranking.find((ranked) => ranked.unit === unit);
  if (!entry) throw new RangeError(`no unit ${unit}`);
  return entry;
}

/** Nodes worth showing: those behind the total and those printed beside it. */
function shownNodes({ scheme, plan }: Speaker): readonly string[] {
  return [
    ...new Set([
      ...nodesBehindTotal(plan),
      ...scheme.outputs.flatMap(({ node }) => nodesWithParts(plan, node)),
    ]),
  ];
}

function nodesWithParts(plan: Speaker['plan'], id: string): readonly string[] {
  const behind = nodesBehindTotal({
    ...plan,
    scheme: { ...plan.scheme, ranking: { ...plan.scheme.ranking, by: id } },
  });
  return behind;
}

function ballotsShown({ scheme, plan }: Speaker, nodes: readonly string[]): readonly string[] {
  const read = nodes.flatMap((id) => {
    const node = plan.nodeById.get(id);
    if (node?.kind === 'marks') return [node.ballot];
    return node?.kind === 'skating' ? node.ballots : [];
  });
  return scheme.ballots.map(({ id }) => id).filter((id) => read.includes(id));
}

function isStruck(facts: readonly { readonly text: string }[], { say }: Speaker): boolean {
  return facts.some(({ text }) => text.includes(say('去掉', '去掉', 'struck')));
}

function wholeBlocks(speaker: Speaker, { whole }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const { calculation, unit } = whole;
  const nodes = shownNodes(speaker);
  const facts = arithmetic(speaker, calculation, unit, nodes);
  const ballots = ballotsShown(speaker, nodes);
  const open = scheme.facts.filter(({ value }) => value === null);
  const opening = isStruck(facts, speaker)
    ? say(
        '从打分到总分，去掉最高最低',
        '從打分到總分，去掉最高最低',
        'from marks to the total, extremes struck',
      )
    : say('从投票到结果', '從投票到結果', 'from ballots to the result');
  return [
    heading(speaker, 1, opening),
    lines(
      speaker,
      [
        say(
          `以下单位和票都是为说明规则虚构的，算出的是${unitName(say, unit)}`,
          `以下單位和票都是為說明規則虛構的，算出的是${unitName(say, unit)}`,
          `units and ballots here are invented to show the rule; worked out is ${unitName(say, unit)}`,
        ),
      ],
      ...open.map(({ id }) => [
        say(
          `算例中${names.fact(id)}取 ${calculation.contest.facts?.[id]}`,
          `算例中${names.fact(id)}取 ${calculation.contest.facts?.[id]}`,
          `in the samples ${names.fact(id)} is ${calculation.contest.facts?.[id]}`,
        ),
      ]),
    ),
    ...ballots.flatMap((ballot): readonly SheetBlock[] => [
      ...(ballots.length > 1 ? [caption(speaker, ballot)] : []),
      marksTable(speaker, calculation, ballot, unit),
    ]),
    { kind: 'facts', facts },
  ];
}

function recusalBlocks(speaker: Speaker, { whole, recusal }: SampleCases): readonly SheetBlock[] {
  if (!recusal) return [];
  const { say, names, scheme } = speaker;
  const { calculation, unit, seat } = recusal;
  const nodes = shownNodes(speaker);
  const before = arithmetic(speaker, whole.calculation, unit, nodes);
  const after = arithmetic(speaker, calculation, unit, nodes);
  const changed = after.filter(
    ({ name, text }) => !before.some((fact) => fact.name === name && fact.text === text),
  );
  const group = calculation.contest.seats.find((entry) => entry.seat === seat)?.group ?? '';
  const isSecret = scheme.ballots.every(({ secrecy }) => secrecy === 'anonymous');
  const inGroup =
    scheme.groups.length > 1
      ? say(`（${names.group(group)}）`, `（${names.group(group)}）`, ` (${names.group(group)})`)
      : '';
  const who = isSecret
    ? say('有一张票卡', '有一張票卡', 'the holder of one card')
    : say(` ${seat} 号席${inGroup}`, ` ${seat} 號席${inGroup}`, `seat ${seat}${inGroup}`);
  const total = names.node(scheme.ranking.by);
  const [from, to] = [
    totalText(speaker, whole.calculation, unit, 'rounded'),
    totalText(speaker, calculation, unit, 'rounded'),
  ];
  return [
    heading(speaker, 2, say('有席位回避', '有席位迴避', 'a recused seat')),
    lines(speaker, [
      say(
        `其余与算例一相同，只是${who}对${unitName(say, unit)}回避`,
        `其餘與算例一相同，只是${who}對${unitName(say, unit)}迴避`,
        `as in sample 1, but ${who} stands aside from ${unitName(say, unit)}`,
      ),
    ]),
    ...ballotsOfAll(speaker, calculation),
    { kind: 'facts', facts: changed },
    lines(speaker, [
      from === to
        ? say(`${total}仍为 ${to}`, `${total}仍為 ${to}`, `${total} stays ${to}`)
        : say(
            `${total}由 ${from} 变为 ${to}`,
            `${total}由 ${from} 變為 ${to}`,
            `${total} goes from ${from} to ${to}`,
          ),
    ]),
  ];
}

function withdrawalBlocks(speaker: Speaker, { withdrawal }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const { before, after, unit } = withdrawal;
  const total = names.node(scheme.ranking.by);
  const isPlaceItself = isPlaceNode(speaker.plan.nodeById.get(scheme.ranking.by));
  const totals = (name: string, calculation: Calculation) =>
    isPlaceItself
      ? []
      : [{ name, cell: (ranked: RankedUnit) => totalText(speaker, calculation, ranked.unit, 'rounded') }];
  const columns = [
    { name: say('单位', '單位', 'Unit'), cell: (ranked: RankedUnit) => unitName(say, ranked.unit) },
    ...totals(say(`退出前${total}`, `退出前${total}`, `${total} before`), before),
    {
      name: say('退出前名次', '退出前名次', 'Place before'),
      cell: (ranked: RankedUnit) => placeText(speaker, ranked),
    },
    ...totals(say(`退出后${total}`, `退出後${total}`, `${total} after`), after),
    {
      name: say('退出后名次', '退出後名次', 'Place after'),
      cell: (ranked: RankedUnit) => placeText(speaker, rankedOf(after, ranked.unit)),
    },
  ];
  return [
    heading(speaker, 3, say('投票后有单位退出', '投票後有單位退出', 'a unit withdraws late')),
    lines(speaker, [
      say(
        `算例一的各单位都已投票，其后${unitName(say, unit)}退出`,
        `算例一的各單位都已投票，其後${unitName(say, unit)}退出`,
        `all units of sample 1 have their ballots when ${unitName(say, unit)} withdraws`,
      ),
    ]),
    {
      kind: 'table',
      columns: columns.map(({ name }) => textColumn(name)),
      rows: before.ranking.map((ranked) => columns.map(({ cell }) => cell(ranked))),
    },
  ];
}

/** A long way to the total is shown in sample 1 alone; the others show its last steps. */
function nodesNearTotal({ plan, scheme }: Speaker): readonly string[] {
  const all = nodesBehindTotal(plan);
  if (all.length <= longest) return all;
  const total = plan.nodeById.get(scheme.ranking.by);
  return total ? [...nodesTaken(total), total.id] : all;
}

const longest = 6;

/** The arithmetic of several units, each under its name. */
function ofEach(
  speaker: Speaker,
  calculation: Calculation,
  units: readonly string[],
  nodes: readonly string[],
): SheetBlock {
  const { say } = speaker;
  return {
    kind: 'facts',
    facts: units.flatMap((unit) =>
      arithmetic(speaker, calculation, unit, nodes).map(({ name, text }) => ({
        name: say(
          `${unitName(say, unit)}　${name}`,
          `${unitName(say, unit)}　${name}`,
          `${unitName(say, unit)}, ${name}`,
        ),
        text,
      })),
    ),
  };
}

/** Ballots that become places beside other units', which one unit's arithmetic can't show. */
function ballotsOfAll(speaker: Speaker, calculation: Calculation): readonly SheetBlock[] {
  const behind = nodesBehindTotal(speaker.plan);
  if (behind.length > longest) return [];
  const placing = behind.filter((id) => {
    const node = speaker.plan.nodeById.get(id);
    return node?.kind === 'skating' || (node?.kind === 'marks' && node.read === 'places');
  });
  return ballotsShown(speaker, placing).map((ballot) => marksTable(speaker, calculation, ballot, ''));
}

function tieBlocks(speaker: Speaker, { tie }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const total = names.node(scheme.ranking.by);
  const head = heading(speaker, 4, say(`${total}相同`, `${total}相同`, `equal by ${total}`));
  if (!tie)
    return [
      head,
      lines(speaker, [
        say('试算中没有出现相同的情形', '試算中沒有出現相同的情形', 'none came up in the trials'),
      ]),
    ];
  const { calculation, units } = tie;
  const { ties, shared, on } = scheme.ranking;
  const list = listed(
    say,
    units.map((unit) => unitName(say, unit)),
  );
  const steps = [...new Set(units.flatMap((unit) => rankedOf(calculation, unit).partedBy))].sort(
    (a, b) => a - b,
  );
  const last = steps.at(-1) ?? ties.length - 1;
  const compared = ties.slice(0, last + 1);
  const places = units.map((unit) => {
    const place = placeText(speaker, rankedOf(calculation, unit));
    return say(
      `${unitName(say, unit)}第 ${place} 名`,
      `${unitName(say, unit)}第 ${place} 名`,
      `${unitName(say, unit)} place ${place}`,
    );
  });
  const isLeft = units.some((unit) => rankedOf(calculation, unit).isShared);
  const equal = totalText(speaker, calculation, units[0] ?? '', on);
  return [
    head,
    ...ballotsOfAll(speaker, calculation),
    ofEach(speaker, calculation, units, nodesNearTotal(speaker)),
    lines(
      speaker,
      [
        say(
          `${list}的${total}都是 ${equal}`,
          `${list}的${total}都是 ${equal}`,
          `${list} both have ${equal} as ${total}`.replace(
            'both have',
            units.length === 2 ? 'both have' : 'all have',
          ),
        ),
      ],
      ...compared.map((rule, n) => [
        `${say(`（${n + 1}）`, `（${n + 1}）`, `(${n + 1}) `)}${tieRuleText(speaker, rule)}`,
        ...units.map((unit) => {
          const value = tieValueText(speaker, calculation, rule, unit);
          return say(
            `${unitName(say, unit)} ${value}`,
            `${unitName(say, unit)} ${value}`,
            `${unitName(say, unit)}: ${value}`,
          );
        }),
        steps.includes(n)
          ? say('分出先后', '分出先後', 'this parts them')
          : say('仍然相同', '仍然相同', 'still equal'),
      ]),
      ...(isLeft
        ? [
            [
              ties.length === 0
                ? sharingText(say, shared)
                : say(
                    `仍然相同的，${sharingText(say, shared)}`,
                    `仍然相同的，${sharingText(say, shared)}`,
                    `where still nothing differs, ${sharingText(say, shared)}`,
                  ),
            ],
          ]
        : []),
      [places.join(say('，', '，', ', '))],
    ),
  ];
}

function roundingBlocks(speaker: Speaker, { rounding }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const total = names.node(scheme.ranking.by);
  const head = heading(
    speaker,
    5,
    say(
      '按取整后与按未取整排名的差别',
      '按取整後與按未取整排名的差別',
      'ranked on rounded or on exact values',
    ),
  );
  switch (rounding.kind) {
    case 'not-rounded':
      return [
        head,
        lines(speaker, [
          say(
            `${total}不取整，两种排法没有差别`,
            `${total}不取整，兩種排法沒有差別`,
            `${total} isn’t rounded, so that there is no difference`,
          ),
        ]),
      ];
    case 'exact-next':
      return [
        head,
        lines(speaker, [
          say(
            `取整后相同的，本规则接着就比未取整的${total}，两种排法的先后没有差别`,
            `取整後相同的，本規則接着就比未取整的${total}，兩種排法的先後沒有差別`,
            `what is equal as rounded is next compared unrounded, so that the order is the same either way`,
          ),
        ]),
      ];
    case 'not-found':
      return [
        head,
        lines(speaker, [
          say(
            `试算 ${rounding.tried} 例，两种排法的名次都相同`,
            `試算 ${rounding.tried} 例，兩種排法的名次都相同`,
            `in ${rounding.tried} trials the places were the same either way`,
          ),
        ]),
      ];
    case 'differs': {
      const { calculation, otherwise, units } = rounding;
      const { on } = scheme.ranking;
      const rule = say('本规则名次', '本規則名次', 'Place by this rule');
      const other =
        on === 'rounded'
          ? say('若按未取整排名', '若按未取整排名', 'Place if ranked unrounded')
          : say('若按取整后排名', '若按取整後排名', 'Place if ranked on rounded');
      return [
        head,
        ...ballotsOfAll(speaker, calculation),
        ofEach(speaker, calculation, units, nodesNearTotal(speaker)),
        {
          kind: 'table',
          columns: [
            say('单位', '單位', 'Unit'),
            say(`未取整${total}`, `未取整${total}`, `${total}, exact`),
            say(`取整后${total}`, `取整後${total}`, `${total}, rounded`),
            rule,
            other,
          ].map(textColumn),
          rows: units.map((unit) => {
            const own = rankedOf(calculation, unit);
            const elsewhere = otherwise.find((entry) => entry.unit === unit)?.otherwise ?? own.place;
            return [
              unitName(say, unit),
              totalText(speaker, calculation, unit, 'exact'),
              totalText(speaker, calculation, unit, 'rounded'),
              placeText(speaker, own),
              placeText(speaker, { ...own, place: elsewhere }),
            ];
          }),
        },
        lines(speaker, [
          on === 'rounded'
            ? say(
                '本规则按取整后排名，以本规则名次为准',
                '本規則按取整後排名，以本規則名次為準',
                'this rule ranks on rounded values: its places stand',
              )
            : say(
                '本规则按未取整排名，以本规则名次为准',
                '本規則按未取整排名，以本規則名次為準',
                'this rule ranks on exact values: its places stand',
              ),
        ]),
      ];
    }
  }
}

/** The worked samples of a scheme, calculated by the engine from ballots made for them. */
export function sampleBlocks(speaker: Speaker): readonly SheetBlock[] {
  const cases = sampleCases(speaker.scheme);
  return [
    ...wholeBlocks(speaker, cases),
    ...recusalBlocks(speaker, cases),
    ...withdrawalBlocks(speaker, cases),
    ...tieBlocks(speaker, cases),
    ...roundingBlocks(speaker, cases),
  ];
}
