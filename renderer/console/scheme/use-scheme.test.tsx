import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { consoleWords } from '../../i18n/console.ts';
import { addSchemeFormWords } from '../../i18n/scheme-form.ts';
import { startI18n } from '../../i18n/start-i18n.ts';
import { DeskProvider } from '../desk-context.tsx';
import { createDesk } from '../desk-store.ts';
import { createKeyboard } from '../keyboard.ts';
import { builtInSchemes } from './built-in-schemes.ts';
import { checkDraft } from './draft-check.ts';
import { noOrder } from './kept-order.ts';
import { UseQuestion } from './use-scheme.tsx';

const six = builtInSchemes.find(({ file }) => file.startsWith('S4'))?.draft ?? {};

beforeEach(() => {
  startI18n('console', consoleWords, 'zh-Hans');
  addSchemeFormWords();
});

const current: ConsoleView['scheme'] = {
  name: { 'zh-Hans': '旧规则', 'zh-Hant': '舊規則', en: 'Old rules' },
  id: 'old',
  hash: 'h',
  version: 1,
  isFixed: true,
  isMonitorRequired: true,
  castings: [],
  required: [],
  tieBreak: [],
};

function Question({ scheme }: { readonly scheme: ConsoleView['scheme'] }) {
  const [written, write] = useState(noOrder);
  return (
    <UseQuestion
      draft={six}
      check={checkDraft(six)}
      current={scheme}
      written={written}
      onWrite={write}
      onTaken={() => {}}
      onDone={() => {}}
    />
  );
}

function ask(scheme: ConsoleView['scheme'], answer: CommandOutcome = { kind: 'accepted', entry: 7 }) {
  const sent: OperatorCommand[] = [];
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve(answer);
  });
  render(
    <DeskProvider
      desk={desk}
      keyboard={createKeyboard()}
      stoppedBy={null}
      hostNow={() => 0 as never}
      token="t"
    >
      <Question scheme={scheme} />
    </DeskProvider>,
  );
  const press = () => act(async () => fireEvent.click(screen.getByText('换成这份规则')));
  return { sent, press };
}

test('given no round was opened, when the change is confirmed, then the scheme is ordered as it stands', async () => {
  const { sent, press } = ask({ ...current, isFixed: false });
  expect(screen.queryByLabelText('谁决定的')).toBeNull();
  await press();
  expect(sent).toEqual([{ kind: 'ChangeScheme', scheme: six, orderedBy: '', reason: '' }]);
  expect(screen.getByRole('status').textContent).toContain('本场已换成这份规则');
});

test('given a round was opened, then nothing is ordered before it is said who decided, and why', async () => {
  const { sent, press } = ask(current);
  await press();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText('谁决定的'), { target: { value: '评委会主席' } });
  await press();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText('理由'), { target: { value: '权重写错' } });
  await press();
  expect(sent).toMatchObject([{ kind: 'ChangeScheme', orderedBy: '评委会主席', reason: '权重写错' }]);
});

test('given the host refuses it, then its reason stands there in words and the question stays', async () => {
  const refusal = { code: 'scheme-ballot-fixed', path: 'scheme.ballots', params: {} } as const;
  const { press } = ask({ ...current, isFixed: false }, { kind: 'refused', refusal });
  await press();
  expect(screen.getByRole('status').textContent).toContain('票面不能再改');
  expect(screen.getByText('换成这份规则')).toBeTruthy();
});
