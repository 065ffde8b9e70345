import { attemptLists, attemptsOf } from '../../domain/attempts.ts';
import type { EventDefinition } from '../../domain/event-definition.ts';
import { nameIn } from '../../domain/scoring/rules/names.ts';
import { nodesTaken, type Plan } from '../../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Language, LocalText } from '../../kernel/language.ts';
import type { Sheet, SheetBlock } from '../sheet.ts';
import { assumptionLine } from './assumption-words.ts';
import { ballotLines } from './ballot-words.ts';
import { missingWords } from './missing-words.ts';
import { nodeLine } from './node-words.ts';
import { outcomeWords, publicationWords } from './publication-words.ts';
import { rankingWords } from './ranking-words.ts';
import { sampleBlocks } from './samples/sample-blocks.ts';
import { secrecyLines } from './secrecy-words.ts';
import { listed, type Speaker, sentence } from './speaker.ts';
import { speakerOf } from './speaker-of.ts';

/** A scheme and the event it is for. */
export type RuleCardInput = {
  readonly scheme: ScoringScheme;
  readonly schemeHash: string;
  /** The event's groups with their seats; empty while a scheme is shown without an event. */
  readonly groups: readonly { readonly id: string; readonly name: LocalText; readonly seats: number }[];
  /** How many units take part; null without an event. */
  readonly units: number | null;
  readonly attempts?: EventDefinition['attempts'];
};

// ATTEMPT-1
/** What every unit makes one after the other, by list. */
function attemptLines(
  { say, scheme, language }: Speaker,
  attempts: RuleCardInput['attempts'],
): readonly string[] {
  return attemptLists(scheme).flatMap((list) => {
    const names = attemptsOf({ attempts }, list).map(({ name }) => name[language]);
    if (names.length === 0) return [];
    const made = listed(say, names);
    return [
      sentence(say, [
        say(
          `每个单位依次做 ${names.length} 次：${made}`,
          `每個單位依次做 ${names.length} 次：${made}`,
          `every unit makes ${names.length}, in this order: ${made}`,
        ),
      ]),
    ];
  });
}

function roomLines(speaker: Speaker, { groups, units, attempts }: RuleCardInput): readonly string[] {
  const { say, names, scheme } = speaker;
  if (groups.length === 0 && units === null) return [];
  const seats = groups.reduce((sum, group) => sum + group.seats, 0);
  const list = groups.map(({ id, seats: own }) =>
    say(`${names.group(id)} ${own} 席`, `${names.group(id)} ${own} 席`, `${names.group(id)} ${own}`),
  );
  const trims = scheme.nodes.flatMap((node) =>
    node.kind === 'groups' && node.trim ? [node.trim.fromCount] : [],
  );
  const fromCount = Math.min(...trims);
  const small = groups.filter((group) => group.seats < fromCount).map(({ id }) => names.group(id));
  return [
    sentence(say, [
      ...(groups.length === 0
        ? []
        : [
            say(
              `本场设评委 ${seats} 席：${listed(say, list)}`,
              `本場設評委 ${seats} 席：${listed(say, list)}`,
              `this event has ${seats} seats: ${listed(say, list)}`,
            ),
          ]),
      ...(units === null
        ? []
        : [say(`参赛单位 ${units} 个`, `參賽單位 ${units} 個`, `${units} units take part`)]),
    ]),
    ...attemptLines(speaker, attempts),
    ...(trims.length > 0 && small.length > 0
      ? [
          sentence(say, [
            say(
              `${listed(say, small)}的席位不满 ${fromCount}，该组不会去掉最高分和最低分`,
              `${listed(say, small)}的席位不滿 ${fromCount}，該組不會去掉最高分和最低分`,
              `${listed(say, small)} has fewer than ${fromCount} seats, so that nothing is struck there`,
            ),
          ]),
        ]
      : []),
  ];
}

/** A node, then what it takes in the order in which it takes it, each once. */
function fromTheTop(plan: Plan, id: string): readonly string[] {
  const node = plan.nodeById.get(id);
  return node ? [id, ...nodesTaken(node).flatMap((taken) => fromTheTop(plan, taken))] : [];
}

/** The total first, then what it is made of, then what only stands beside it. */
function methodLines(speaker: Speaker): {
  readonly total: readonly string[];
  readonly beside: readonly string[];
} {
  const { scheme, plan } = speaker;
  const order = [...new Set(fromTheTop(plan, scheme.ranking.by))];
  const behind = order.flatMap((id) => scheme.nodes.find((node) => node.id === id) ?? []);
  const beside = scheme.nodes.filter((node) => !behind.includes(node));
  return {
    total: behind.map((node) => nodeLine(speaker, node)),
    beside: beside.map((node) => nodeLine(speaker, node)),
  };
}

type Section = { readonly title: string; readonly lines: readonly string[] };

const chineseNumerals = '一二三四五六七八九';

function numbered({ say }: Speaker, title: string, index: number): string {
  const numeral = chineseNumerals.charAt(index);
  return say(`${numeral}、${title}`, `${numeral}、${title}`, `${index + 1}. ${title}`);
}

function sectionsOf(speaker: Speaker, input: RuleCardInput): readonly Section[] {
  const { say, scheme, language } = speaker;
  const method = methodLines(speaker);
  const all: readonly Section[] = [
    { title: say('席位', '席位', 'The event'), lines: roomLines(speaker, input) },
    { title: say('投票', '投票', 'Ballots'), lines: [...ballotLines(speaker), ...secrecyLines(speaker)] },
    { title: say('计分', '計分', 'How scores are made'), lines: method.total },
    { title: say('另列的数据', '另列的數據', 'Other figures'), lines: method.beside },
    { title: say('名次', '名次', 'Places'), lines: [...rankingWords(speaker), ...outcomeWords(speaker)] },
    {
      title: say('缺席、回避、废票和退出', '缺席、迴避、廢票和退出', 'What is missing'),
      lines: missingWords(speaker),
    },
    { title: say('公布和监督', '公布和監督', 'Publication and monitor'), lines: publicationWords(speaker) },
    {
      title: say(
        '没有依据、须由主办方核定的部分',
        '沒有依據、須由主辦方核定的部分',
        'Assumed, for the organiser to settle',
      ),
      lines: scheme.assumptions.map((assumption) => assumptionLine(say, language, assumption)),
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

/** The scheme in plain words, with worked samples beside it. */
export function ruleCard(input: RuleCardInput, language: Language): Sheet {
  const { scheme, schemeHash, groups } = input;
  const groupNames = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  const speaker = speakerOf(scheme, groupNames, language);
  const { say } = speaker;
  const sections = sectionsOf(speaker, input);
  const title = nameIn(scheme.name, scheme.id)[language];
  const version = say(`第 ${scheme.version} 版`, `第 ${scheme.version} 版`, `version ${scheme.version}`);
  const footers = [
    {
      name: say('规则', '規則', 'Rules'),
      text: say(
        `${title}，${scheme.id} ${version}`,
        `${title}，${scheme.id} ${version}`,
        `${title}, ${scheme.id} ${version}`,
      ),
    },
    { name: say('规则指纹', '規則指紋', 'Rule hash'), text: schemeHash },
  ];
  return {
    name: say('规则卡', '規則卡', 'Rule card'),
    title: say(`${title}：计分规则`, `${title}：計分規則`, `${title}: how it is scored`),
    subtitle: version,
    marks: [],
    blocks: [
      ...sections.flatMap((section, n): readonly SheetBlock[] => [
        { kind: 'heading', text: numbered(speaker, section.title, n) },
        { kind: 'lines', lines: section.lines },
      ]),
      { kind: 'heading', text: numbered(speaker, say('算例', '算例', 'Worked samples'), sections.length) },
      ...sampleBlocks(speaker),
    ],
    signatures: [],
    footers: footers.map(({ name, text }) => ({
      name,
      text,
      line: say(`${name}：${text}`, `${name}：${text}`, `${name}: ${text}`),
    })),
  };
}
