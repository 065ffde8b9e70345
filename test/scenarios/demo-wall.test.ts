import { expect, test } from 'vitest';
import { demoDefinition } from '../../electron/host/demo-event.ts';
import { buildProjectorView } from '../../shared/views/build-projector-view.ts';
import { jump } from '../builders/orders.ts';
import { given } from '../builders/scenario.ts';

test('given a unit of the real demo, when it speaks, then its public projects stand as its highlights and nothing is invented', () => {
  const definition = demoDefinition('real');
  const speaking = (unit: string) => buildProjectorView(given(definition, jump(`A4.${unit}`)).state).scene;
  expect(speaking('LW')).toMatchObject({
    kind: 'speaker',
    lines: [{ kind: 'highlight', text: { 'zh-Hans': '吾悦广场城市综合体：备案赋码至施工许可 43 天' } }],
  });
  expect(speaking('LC')).toMatchObject({ kind: 'speaker', lines: [] });
});
