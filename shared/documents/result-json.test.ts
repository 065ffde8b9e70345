import { expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { scoreUnits } from '../../test/builders/figures.ts';
import { aFigureSource } from '../../test/builders/sheet-source.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import { resultJson } from './result-json.ts';
import type { CountedFigures } from './sheet-source.ts';

const definition = aDefinition({ units: ['u1'] });

/** u1 alone, with these marks of every seat, under rules of this hash. */
function figures(schemeHash: string, c1: string): Figures {
  const ballots = definition.seats.map(({ id, group }) => ({
    seat: id,
    group,
    values: { c1, c2: '30' },
  }));
  const scored = scoreUnits(definition.scheme, schemeHash, [{ unit: 'u1', isCalled: true, ballots }]);
  if (!scored.ok) throw new Error(JSON.stringify(scored.error));
  return scored.value;
}

function exported(count: Partial<CountedFigures>) {
  const source = aFigureSource(definition, figures('b'.repeat(64), '50'), count);
  return JSON.parse(resultJson(source, figures('b'.repeat(64), '50'), 'en'));
}

test('given rules that were changed, then the export has both results, with the hash of each', () => {
  const former = { schemeHash: 'a'.repeat(64), units: [{ unit: 'u1', place: '1', total: '70.00' }] };
  const both = exported({ formerly: figures('a'.repeat(64), '40') });
  expect(both).toMatchObject({ figures: { schemeHash: 'b'.repeat(64), units: [{ total: '80.00' }] } });
  expect(both.formerly).toMatchObject(former);
  expect(JSON.stringify(both.formerly)).not.toContain('"A1"');
  expect(exported({}).formerly).toBeNull();
});

test('given figures that were signed, objected to and released, then the export says by whom, why, when it was made and by which program', () => {
  const objection = { reason: 'a tie', overridden: 'decided' };
  expect(
    exported({ coSigned: { screen: 'm1', figures: 'f'.repeat(64) }, objection, releasedBy: 'chair1' }),
  ).toMatchObject({
    coSigned: { screen: 'm1', figures: 'f'.repeat(64) },
    objection,
    releasedBy: 'chair1',
    made: '2019-11-13 09:30:00 +08:00',
    program: '0.1.0',
  });
  expect(exported({ kind: 'counted' })).toMatchObject({ coSigned: null, objection: null });
  expect(exported({ kind: 'counted' })).not.toHaveProperty('releasedBy');
});
