import { expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { Measurement } from '../../shared/domain/scoring/rules/contest.ts';
import { sameText } from '../../shared/kernel/language.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { timedRuns } from '../builders/attempts.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { openConsole, openProjector } from '../builders/lan-pages.ts';

const dnf = { kind: 'did-not-finish' } as const;
const runs = {
  u1: { a1: '52.31', a2: '51.07' },
  u2: { a1: '50.94', a2: dnf },
  u3: { a1: dnf, a2: dnf },
} as const satisfies { readonly [unit: string]: { readonly [attempt: string]: Measurement } };

test('ATTEMPT-2, BESIDE-5: given timed runs over the network, when they are typed, corrected, counted and released, then the wall has what the engine makes of them, nothing of it left the console before, and the log is sound after a restart', async () => {
  const definition = anEventUnder(timedRuns, { units: Object.keys(runs), seats: 1 });
  const { place, host, path, folder, faults } = await hostedEvent({ definition });
  const operator = await openConsole(place);
  const wall = await openProjector(place);
  await operator.next();
  const record = (unit: string, id: string, value: Measurement, reason = '') =>
    operator.order({
      kind: 'RecordMeasure',
      unit,
      attempt: { list: 'runs', id },
      measure: 'seconds',
      value,
      reason,
    });
  const shown = wall.all('view').length;
  expect(await record('u1', 'a3', '50')).toMatchObject({
    kind: 'refused',
    refusal: { code: 'unknown-attempt', path: 'attempt' },
  });
  expect(await record('u1', 'a1', '99.99')).toMatchObject({ kind: 'accepted' });
  expect(await record('u1', 'a1', '52.31', 'misread')).toMatchObject({ kind: 'accepted' });
  for (const [unit, own] of Object.entries(runs))
    for (const [id, value] of Object.entries(own))
      if (!(unit === 'u1' && id === 'a1') && !(unit === 'u3' && id === 'a2')) await record(unit, id, value);
  const waits = await operator.order({ kind: 'CountRounds', notCalled: [] });
  expect(waits).toMatchObject({
    kind: 'refused',
    refusal: { code: 'result-waits', params: { unit: 'u3', of: 'seconds', list: 'runs', attempt: 'a2' } },
  });
  await record('u3', 'a2', dnf);
  const { beside } = await operator.client.seen((view) => view.beside.recorded.length === 3);
  expect(beside.attempts).toMatchObject([{ list: 'runs', attempts: [{ id: 'a1' }, { id: 'a2' }] }]);
  expect(beside.recorded[1]?.ofAttempts).toEqual({
    'runs/a1': { seconds: '50.94' },
    'runs/a2': { seconds: dnf },
  });
  await operator.next();
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  const before = JSON.stringify(wall.all('view').slice(shown));
  for (const number of ['99.99', '52.31', '51.07', '50.94']) expect(before).not.toContain(number);
  await operator.must({ kind: 'JumpTo', step: 'release' });
  await operator.must({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true });

  const byHand = calculator(timedRuns)({
    seats: [],
    units: Object.entries(runs).map(([unit, own]) => ({
      unit,
      items: { runs: Object.entries(own).map(([id, seconds]) => ({ id, measures: { seconds } })) },
    })),
  });
  const released = await wall.seen(({ scene }) => scene?.kind === 'ranking' && scene.rows.length === 2);
  const rows = released.scene?.kind === 'ranking' ? released.scene.rows : [];
  expect(rows.map(({ unit, total }) => [unit.en, total])).toEqual([
    ['示例 u2', '50.94'],
    ['示例 u1', '51.07'],
  ]);
  // Who finished no run is neither called absent on the wall nor on the console.
  expect(released.scene?.kind === 'ranking' && released.scene.unranked).toEqual([
    { unit: sameText('示例 u3'), why: 'did-not-finish' },
  ]);
  const { result } = await operator.client.seen((view) => view.result?.rows.length === 3);
  expect(result?.rows[2]).toMatchObject({ unit: { id: 'u3' }, total: null, noTotal: 'did-not-finish' });
  expect(byHand.ranking.filter(({ place: at }) => at !== null).map(({ unit }) => unit)).toEqual(['u2', 'u1']);
  const json = await httpGet(place.origin, `/console/export/result.json?token=${place.token}`);
  expect(JSON.parse(json.text).figures.units[0]).toMatchObject({
    unit: 'u2',
    total: '50.94',
    attempts: {
      runs: [
        { id: 'a1', measures: { seconds: '50.94' } },
        { id: 'a2', measures: { seconds: dnf } },
      ],
    },
  });
  expect(operator.client.view.changes).toMatchObject([
    { what: 'measure-corrected', attempt: { en: 'Attempt 1' }, reason: 'seconds: misread' },
  ]);
  await operator.must({ kind: 'CloseEvent' });
  await host.stop();

  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  expect(verifyLog(examined.value.rows, expectations, verifySignature).findings).toEqual([]);
  const again = await hostedEvent({ folder });
  const reopened = await openConsole(again.place);
  expect(reopened.client.view.beside?.recorded).toEqual(beside.recorded);
  expect([...faults, ...again.faults]).toEqual([]);
});
