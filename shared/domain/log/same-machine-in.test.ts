import { expect, test } from 'vitest';
import { asStored, EVENT, LogWriter } from '../../../test/builders/log-of-forty.ts';
import { actsOfSecond } from '../same-machine.ts';
import { logOpenedBody } from './entry.ts';
import { sameMachineIn } from './same-machine-in.ts';

test('SAME-4: given every act of the second person on the host’s own machine, then each is named, and no other', () => {
  const log = new LogWriter();
  log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
  log.append('ScreenAdmitted', { screen: 'here', role: 'monitor', isSameMachine: true });
  log.append('ScreenAdmitted', { screen: 'there', role: 'monitor' });
  for (const kind of actsOfSecond) log.append(kind, { screen: 'here' });
  for (const kind of actsOfSecond) log.append(kind, { screen: 'there' });
  log.append('ActDropped', { proposal: 1, by: 'operator' });
  log.append('ResultLooked', { by: 'monitor', screen: 'here', what: 'result', unit: null });
  expect(actsOfSecond).toContain('ActDropped');
  expect(sameMachineIn([asStored(log.linked)])).toEqual([
    { log: 0, n: 1, screen: 'here', acts: actsOfSecond.map((_, n) => ({ log: 0, n: 3 + n })) },
  ]);
});
