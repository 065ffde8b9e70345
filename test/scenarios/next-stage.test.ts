import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDefinition } from '../../electron/host/load-definition.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import { sameText } from '../../shared/kernel/language.ts';
import { aDefinition, anAgenda, aScheme } from '../builders/definition.ts';
import { divisionSeats, inDivisions, townsAndStreets } from '../builders/divisions.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { type ConsolePage, openConsole, openPanel, openProjector } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

type Marks = { readonly [unit: string]: readonly [string, string] };

/** Every unit scored over the LAN with these marks, counted and released. */
async function released({ place }: HostedEvent, marks: Marks): Promise<ConsolePage> {
  const operator = await openConsole(place);
  const seats = await Promise.all(divisionSeats.map((seat) => openPanel(place, seat)));
  await operator.next();
  for (const [unit, [c1, c2]] of Object.entries(marks)) {
    await operator.next();
    for (const seat of seats) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1, c2 });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
  await operator.next();
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  await operator.next();
  await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: true });
  return operator;
}

/** A definition as its author writes it. */
function authored({ agenda, ...definition }: EventDefinition) {
  return { ...definition, agenda: agenda.map((step) => ({ ...step, template: 'T' })) };
}

/** 60 % of the day's marks and 40 % of what the first stage gave. */
function finalScheme() {
  const { groups, publish, isMonitorRequired } = aScheme();
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'final',
    version: 1,
    name: sameText('决赛'),
    groups: groups.map(({ id, weight }) => ({ id, weight })),
    ballots: [
      {
        kind: 'points',
        id: 'marks',
        criteria: ['c1', 'c2'].map((id) => ({ id, name: sameText(id), maximum: '60', step: '0.5' })),
      },
    ],
    nodes: [
      { kind: 'groups', id: 'today', name: sameText('决赛得分'), ballot: 'marks', emptyGroup: 'block' },
      { kind: 'measure', id: 'before', name: sameText('初赛得分'), measure: 'carried' },
      {
        kind: 'weighted',
        id: 'total',
        parts: [
          { node: 'today', weight: 60 },
          { node: 'before', weight: 40 },
        ],
        round: { decimals: 2 },
      },
    ],
    ranking: { by: 'total', on: 'rounded', ties: [] },
    publish,
    isMonitorRequired,
  });
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

test('STAGE-4, DIVISION-4: given a first stage in divisions, when its file of entrants is taken by the next event, then the figures are those worked by hand', async () => {
  const stage = { advance: { kind: 'places', to: 1 }, carry: { node: 'total', measure: 'carried' } } as const;
  const first = await hostedEvent({ definition: inDivisions({ ...aScheme(), stage }) });
  const fileOf = (hosted: HostedEvent, lang = 'en') =>
    httpGet(hosted.place.origin, `/console/export/next-stage.json?token=${hosted.place.token}&lang=${lang}`);
  expect((await fileOf(first)).status).toBe(409);
  const operator = await released(first, {
    u1: ['30', '20'],
    u2: ['40', '30'],
    u3: ['50', '40'],
    u4: ['40', '20'],
    u5: ['50', '40'],
  });

  const hall = await openProjector(first.place);
  const rowsOf = async (revealed: number) => {
    await operator.must({ kind: 'TakeRevealStep', revealed });
    const { scene } = await hall.seen(
      (view) =>
        view.scene.kind === 'ranking' &&
        view.scene.rows.length === (revealed < 2 ? revealed + 1 : revealed - 1),
    );
    if (scene.kind !== 'ranking') throw new Error('no ranking');
    return `${scene.division?.en} ${scene.rows.map(({ place, unit }) => `${place} ${unit.en}`).join(', ')}`;
  };
  const walls: string[] = [];
  for (const revealed of townsAndStreets.keys()) walls.push(await rowsOf(revealed));
  expect(walls).toEqual([
    'Streets 2 示例 u4',
    'Streets 1 示例 u2, 2 示例 u4',
    'Towns 3 示例 u1',
    'Towns 1 示例 u5, 3 示例 u1',
    'Towns 1 示例 u3, 1 示例 u5, 3 示例 u1',
  ]);

  const file = await fileOf(first);
  expect(file.headers['content-type']).toMatch(/^application\/json/);
  const folder = join(temporaryFolder(), 'final');
  mkdirSync(folder);
  writeFileSync(join(folder, 'entrants.json'), file.text);
  const goesOn = ['u2', 'u3', 'u5'];
  const { units: _, ...own } = authored(
    aDefinition({ units: goesOn, scheme: finalScheme(), agenda: anAgenda(...goesOn) }),
  );
  const path = join(folder, 'definition.json');
  writeFileSync(path, JSON.stringify({ from: ['entrants.json'], ...own }));
  const definition = loadDefinition(path, 'en');
  if (!definition.ok) throw new Error(definition.error.lines.join('\n'));

  const final = await hostedEvent({ definition: definition.value });
  // 0.6 × 40 + 0.4 × 70 = 52; 0.6 × 50 + 0.4 × 90 = 66; 0.6 × 80 + 0.4 × 90 = 84
  await released(final, { u2: ['20', '20'], u3: ['30', '20'], u5: ['50', '30'] });
  const sheet = await httpGet(
    final.place.origin,
    `/console/export/result.csv?token=${final.place.token}&lang=zh-Hans`,
  );
  const lines = sheet.text.split('\r\n');
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  expect(
    lines.filter((line) => /^\d,示例/.test(line)).map((line) => line.split(',').slice(0, 3).join()),
  ).toEqual(['1,示例 u2,52.00', '1,示例 u5,84.00', '2,示例 u3,66.00']);
  expect([at('街道组') < at('1,示例 u2'), at('乡镇组') < at('1,示例 u5')]).toEqual([true, true]);
  expect(lines.slice(at('前一阶段带入') + 2, at('前一阶段带入') + 5)).toEqual([
    '示例 u2,初赛得分,70,40%,示例 1',
    '示例 u3,初赛得分,90,40%,示例 1',
    '示例 u5,初赛得分,90,40%,示例 1',
  ]);
  const { from } = definition.value.earlierStages?.[0] ?? {};
  expect(sheet.text).toContain(
    `日志第 ${from?.head.n} 条，指纹 ${from?.head.hash}；成绩指纹 ${from?.figures}`,
  );
  const tree = await httpGet(
    final.place.origin,
    `/console/sheets/tree.json?token=${final.place.token}&unit=u3&lang=zh-Hans`,
  );
  expect(tree.text).toContain('由示例 1带入');

  // A number changed in the file, and a unit that isn't in the event.
  const changed = (entrants: string, ...more: readonly object[]) => {
    writeFileSync(join(folder, 'entrants.json'), entrants);
    writeFileSync(path, JSON.stringify(Object.assign({ from: ['entrants.json'], ...own }, ...more)));
    const loaded = loadDefinition(path, 'en');
    return loaded.ok ? [] : loaded.error.lines.slice(1, 5);
  };
  expect(changed(file.text.replace('"carried": "70"', '"carried": "79"'))).toEqual([
    '  at from.0 (entrants.json): sha256: The file of entrants was changed after it was given out: its hash doesn’t fit. Export it again from the earlier stage.',
    'Correct these places and start again; nothing was created.',
  ]);
  expect(changed(file.text, { units: definition.value.units.slice(1) })).toEqual(
    expect.arrayContaining([
      '  at divisions.0: Division “streets” has no unit.',
      '  at earlierStages.0.entrants.0.unit: There is no unit “u2”.',
    ]),
  );
  expect(changed(file.text, { from: ['missing.json'] }).join()).toContain('--definition');
  expect([first.faults, final.faults]).toEqual([[], []]);
});
