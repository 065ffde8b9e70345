import { describe, expect, test } from 'vitest';
import { parseEventDefinition } from '../../shared/domain/event-definition-schema.ts';
import { nameIn } from '../../shared/domain/scoring/rules/names.ts';
import { type LocalText, languages } from '../../shared/kernel/language.ts';
import { type DemoKind, demoDefinition } from './demo-event.ts';

const kinds: readonly DemoKind[] = ['real', 'fictional'];

/** Every text in three languages anywhere in a value, with its path. */
function* localTexts(value: unknown, path = ''): Generator<readonly [string, LocalText]> {
  if (typeof value !== 'object' || value === null) return;
  if ('zh-Hans' in value) yield [path, value as LocalText];
  else for (const [name, member] of Object.entries(value)) yield* localTexts(member, `${path}.${name}`);
}

// Characters of the demo's texts that exist only in simplified writing.
const SIMPLIFIED_ONLY =
  /[万与专业东两个乐乡书于产亿仓众会体储养内农准则创办务区医华协单厂压县发台后员园场处备复头学实审导屿岗岛峡干广库开当征态总悦户护报担数旧时晒术条构标检气汇没测涝渔温游湾滞滨点环现瓯电盖码稳竞签约级纳线组经结续综网职苍获虚观规计订议记讲许设评话说负责质贯贸费资赋赛车转迁过还进连递链销镇长间阀阳顶项顺预领题额龙]/u;

describe.each(kinds)('the %s demo event', (kind) => {
  const definition = demoDefinition(kind);

  test('is a definition like one from a file, and reads back from its own JSON', () => {
    expect(parseEventDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({
      ok: true,
      value: definition,
    });
    expect(definition.isDemo).toBe(true);
  });

  test('has 13 units, a panel of 8 and 12 seats, ten indicators and 59 steps', () => {
    expect(definition.units).toHaveLength(13);
    const seatsOf = (group: string) => definition.seats.filter((seat) => seat.group === group).length;
    expect([seatsOf('A'), seatsOf('B'), definition.seats.length]).toEqual([8, 12, 20]);
    expect(definition.indicators).toHaveLength(10);
    expect(definition.agenda).toHaveLength(3 + 13 * 3 + 1 + 13 + 3);
  });

  test('runs template A with a scoring step of 90 seconds at the end of each report, and neither A5 nor A4q', () => {
    expect([...new Set(definition.agenda.map((step) => step.template))]).toEqual([
      'A0',
      'A1',
      'A2',
      'A3',
      'A4',
      'A4b',
      'A6',
      'A7',
      'A8',
      'A9',
      'A10',
    ]);
    const first = definition.units[0]?.id;
    expect(definition.agenda.filter((step) => step.turn === `report.${first}`)).toMatchObject([
      { template: 'A3', timer: { kind: 'down', plannedMs: 120_000 }, scene: 'project_film', round: null },
      {
        template: 'A4',
        timer: { kind: 'down', plannedMs: 300_000 },
        scene: 'speaker_timer',
        round: 'opens',
        bells: 'speech',
      },
      {
        template: 'A4b',
        timer: { kind: 'down', plannedMs: 90_000 },
        scene: 'ballot_progress',
        round: 'locks',
        bells: 'ballot',
      },
    ]);
    expect(definition.agenda.find((step) => step.template === 'A6')).toMatchObject({
      result: 'counts',
      isBackground: true,
    });
    expect(definition.agenda.find((step) => step.template === 'A8')).toMatchObject({
      result: 'releases',
      scene: 'result_ranks',
    });
  });

  test('scores by the six comparisons, without a monitor', () => {
    const { scheme } = definition;
    const [ballot] = scheme.ballots;
    expect(
      ballot?.kind === 'points' &&
        ballot.criteria.map(({ id, name, maximum }) => [nameIn(name, id)['zh-Hans'], maximum]),
    ).toEqual([
      ['比质量', '20'],
      ['比位次', '15'],
      ['比创新', '15'],
      ['比项目', '20'],
      ['比环境', '15'],
      ['比担当', '15'],
    ]);
    expect(scheme).toMatchObject({
      id: 'S4',
      groups: [
        { id: 'A', weight: 60 },
        { id: 'B', weight: 40 },
      ],
      nodes: [
        {
          id: 'total',
          trim: { high: 1, low: 1, fromCount: 7 },
          emptyGroup: 'renormalise',
          round: { decimals: 2, mode: 'half-up' },
        },
        { id: 'projects', emptyGroup: 'renormalise' },
      ],
      ranking: { by: 'total', on: 'rounded', ties: [{ node: 'total.A' }, { node: 'projects' }] },
      isMonitorRequired: false,
      publish: { fromBallots: 3 },
    });
    expect(nameIn(scheme.name, '')['zh-Hans']).toContain('演示规则');
  });

  test('says everything in three languages, and the traditional text has no simplified character', () => {
    const texts = [...localTexts(definition)];
    expect(texts.length).toBeGreaterThan(150);
    const blank = texts.filter(([, text]) => languages.some((language) => text[language].trim() === ''));
    expect(blank).toEqual([]);
    expect(texts.filter(([, text]) => SIMPLIFIED_ONLY.test(text['zh-Hant']))).toEqual([]);
    expect(texts.filter(([, text]) => /[\u4E00-\u9FFF]/u.test(text.en))).toEqual([]);
    const differing = texts.filter(([, text]) => SIMPLIFIED_ONLY.test(text['zh-Hans']));
    expect(differing.filter(([, text]) => text['zh-Hans'] === text['zh-Hant'])).toEqual([]);
  });
});

describe('the real demo event', () => {
  const definition = demoDefinition('real');

  test('has the units of April 2019 in protocol order: Longgang was founded later', () => {
    expect(definition.units.map((unit) => unit.name['zh-Hans'])).toEqual([
      '鹿城区',
      '龙湾区',
      '瓯海区',
      '洞头区',
      '乐清市',
      '瑞安市',
      '永嘉县',
      '文成县',
      '平阳县',
      '泰顺县',
      '苍南县',
      '浙南产业集聚区',
      '瓯江口产业集聚区',
    ]);
    expect(JSON.stringify(definition.units)).not.toMatch(/龙港|龍港|Longgang/);
  });

  test('invents nothing for a real unit: highlights are its project cards, and it has no other line', () => {
    for (const unit of definition.units) {
      const cards = unit.projects.map((card) => `${card.title['zh-Hans']}：${card.fact['zh-Hans']}`);
      expect(unit.dossier.map((line) => [line.kind, line.text['zh-Hans']])).toEqual(
        cards.map((card) => ['highlight', card]),
      );
    }
    expect(definition.units.flatMap((unit) => unit.projects)).toHaveLength(6);
  });

  test('gives an indicator only where a source has it, all of one period before the session', () => {
    const published = definition.indicators.map(({ code, values }) => [code, values.length]);
    expect(published).toEqual([
      ['GDP', 3],
      ['IND_VA', 0],
      ['NEWPROD', 0],
      ['TECH_INV', 0],
      ['FAI', 0],
      ['RETAIL', 1],
      ['BUDGET', 3],
      ['URB_INC', 3],
      ['RUR_INC', 3],
      ['RND_IND', 0],
    ]);
    expect(new Set(definition.indicators.map((indicator) => indicator.period))).toEqual(new Set(['2018']));
    const facts = JSON.stringify([definition.units, definition.indicators]);
    expect(facts.match(/20(19-0[5-9]|19-1|2\d)/g)).toBeNull();
  });
});

describe('the fictional demo event', () => {
  test('shares no unit with the real one, and every unit has a highlight, a shortcoming and a measure', () => {
    const names = (kind: DemoKind) => demoDefinition(kind).units.map((unit) => unit.name['zh-Hans']);
    expect(names('fictional').filter((name) => names('real').includes(name))).toEqual([]);
    expect(names('fictional').every((name) => name.startsWith('示例'))).toBe(true);
    expect(names('fictional').map((name) => name.length)).toContain(8);
    for (const unit of demoDefinition('fictional').units) {
      expect(new Set(unit.dossier.map((line) => line.kind))).toEqual(
        new Set(['highlight', 'shortcoming', 'measure']),
      );
    }
  });
});
