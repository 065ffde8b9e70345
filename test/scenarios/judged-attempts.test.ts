import { expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { ratedDives } from '../builders/attempts.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel, openProjector } from '../builders/lan-pages.ts';

/** What two judges give each dive, and its difficulty. */
const dives = {
  u1: { a1: { marks: ['8', '7.5'], difficulty: '2' }, a2: { marks: ['5', '6'], difficulty: '3.1' } },
  u2: { a1: { marks: ['9', '9'], difficulty: '1.5' }, a2: { marks: ['7', '6.5'], difficulty: '3' } },
} as const;

test('ATTEMPT-3: given dives judged over the network, when one is voted on again and all are counted and released, then the wall has what the engine makes of a contest made by hand, and the log is sound', async () => {
  const definition = anEventUnder(ratedDives, { units: Object.keys(dives), seats: 2 });
  const { place, host, path, faults } = await hostedEvent({ definition });
  const operator = await openConsole(place);
  const wall = await openProjector(place);
  const panel = [await openPanel(place, 'ALL1'), await openPanel(place, 'ALL2')];
  await operator.next();
  const shown = wall.all('view').length;

  const judge = async (round: string, marks: readonly string[]) => {
    for (const [n, page] of panel.entries()) {
      const { ballot } = await page.client.seen((view) => view.ballot?.round === round);
      expect(ballot?.attempt?.name.en).toBe(ballot?.attempt?.id === 'a1' ? 'Attempt 1' : 'Attempt 2');
      expect(await page.submit({ total: marks[n] ?? '' })).toMatchObject({ kind: 'stored' });
    }
  };
  const lock = async (round: string) => {
    await operator.client.seen((view) => view.round?.round === round && view.round.due === 0);
    await operator.must({ kind: 'LockRound', round });
  };
  for (const [unit, own] of Object.entries(dives))
    for (const [id, { marks, difficulty }] of Object.entries(own)) {
      const attempt = { list: 'dives', id };
      await operator.must({
        kind: 'RecordMeasure',
        unit,
        attempt,
        measure: 'difficulty',
        value: difficulty,
        reason: '',
      });
      await operator.next();
      const { round } = await operator.client.seen(
        (view) =>
          view.round?.state === 'open' && view.round.unit?.id === unit && view.round.attempt?.id === id,
      );
      if (unit === 'u1' && id === 'a1') {
        // The lights went out: the vote is held again, on the same dive.
        await judge(round?.round ?? '', ['1', '1']);
        await operator.must({
          kind: 'VoidRound',
          round: round?.round ?? '',
          why: 'vote-again',
          toUnit: null,
          reason: 'the lights went out',
        });
        await operator.must({ kind: 'OpenRound', unit, attempt });
        const again = await operator.client.seen((view) => view.round?.number === 2);
        expect(again.round).toMatchObject({ state: 'open', attempt: { id: 'a1' } });
        await judge(again.round?.round ?? '', marks);
        await operator.next();
        await lock(again.round?.round ?? '');
        continue;
      }
      await judge(round?.round ?? '', marks);
      await operator.next();
      const { scene } = await wall.seen(
        (view) => view.scene.kind === 'ballot' && view.scene.state === 'open',
      );
      expect(scene).toMatchObject({ unit: { id: unit }, attempt: { id } });
      await lock(round?.round ?? '');
    }
  await operator.next();
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  const before = JSON.stringify(wall.all('view').slice(shown));
  for (const hidden of ['"8"', '"7.5"', '"6.5"', '"3.1"']) expect(before).not.toContain(hidden);
  await operator.must({ kind: 'JumpTo', step: 'release' });
  await operator.must({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true });

  const { ranking } = calculator(ratedDives)({
    seats: ['ALL1', 'ALL2'].map((seat) => ({ seat, group: 'ALL' })),
    units: Object.entries(dives).map(([unit, own]) => ({
      unit,
      items: {
        dives: Object.entries(own).map(([id, { marks, difficulty }]) => ({
          id,
          measures: { difficulty },
          ballots: { marks: { votes: { ALL1: { total: marks[0] }, ALL2: { total: marks[1] } } } },
        })),
      },
    })),
  });
  const released = await wall.seen(({ scene }) => scene?.kind === 'ranking' && scene.rows.length === 2);
  const rows = released.scene?.kind === 'ranking' ? released.scene.rows : [];
  expect(rows.map(({ unit }) => unit.en)).toEqual(ranking.map(({ unit }) => `示例 ${unit}`));
  // (9 + 9) × 1.5 + (7 + 6.5) × 3, and (8 + 7.5) × 2 + (5 + 6) × 3.1
  expect(rows.map(({ total }) => total)).toEqual(['67.5', '65.1']);

  await host.stop();
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  expect(verifyLog(examined.value.rows, expectations, verifySignature).findings).toEqual([]);
  expect(faults).toEqual([]);
});
