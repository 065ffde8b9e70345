import { expect, test } from 'vitest';
import { eventId, unitId } from '../kernel/brand.ts';
import { sameText } from '../kernel/language.ts';
import { carriedBy } from './earlier-stage.ts';
import type { EarlierStage } from './event-definition.ts';

const name = sameText('');

test('STAGE-1, STAGE-2: given two stages that each bring a number of one unit, then it has both', () => {
  const brings = (measure: string, value: string | null): EarlierStage => ({
    from: {
      event: eventId(measure),
      title: name,
      sitting: name,
      head: { n: 9, hash: 'a'.repeat(64) },
      figures: '',
    },
    entrants: [{ unit: unitId('u1'), carried: { [measure]: value } }],
  });
  const earlierStages = [brings('heat', '7/3'), brings('semifinal', '81.5'), brings('trial', null)];
  expect(carriedBy({ earlierStages }, unitId('u1'))).toEqual({ heat: '7/3', semifinal: '81.5' });
  expect(carriedBy({ earlierStages }, unitId('u2'))).toBeUndefined();
});
