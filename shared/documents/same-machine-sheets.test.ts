import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { admitMonitor, count, jump, monitor, next, pair, release, turn } from '../../test/builders/orders.ts';
import { coSigned, given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import type { Command } from '../domain/command.ts';
import { languages } from '../kernel/language.ts';
import { changeLines } from './change-lines.ts';
import { makeSheet } from './make-sheet.ts';
import { resultJson } from './result-json.ts';

const required = aDefinition({ units: ['u1'], scheme: aScheme({ isMonitorRequired: true }) });
const seats = ['A1', 'A2', 'B1'];

/** The event after its release; the monitor's device was the host's own machine, or wasn't. */
function released(isSameMachine: boolean) {
  const admission = { ...(admitMonitor as Extract<Command, { kind: 'AdmitScreen' }>), isSameMachine };
  const { state } = given(
    required,
    admission,
    ...seats.map((seat) => pair(seat)),
    next,
    ...turn('u1', seats),
    count(),
    ...coSigned,
    jump('release'),
    release('all', true),
  );
  return state;
}

const marks = {
  'zh-Hans': ['同机双人', `（${monitor}）`],
  'zh-Hant': ['同機雙人', ''],
  en: ['wo persons, one machine', ''],
} as const;

describe('SAME-4: the sheets of an event whose second person signed on the host’s own machine', () => {
  test('given any sheet, in any language, then it says so above; the result names the device so', () => {
    const state = released(true);
    for (const language of languages) {
      const [mark] = marks[language];
      for (const kind of ['count', 'result', 'ranking', 'unit'] as const) {
        const sheet = makeSheet(kind, aSheetSource(state), { unit: 'u1', seat: 'A1' }, language);
        if (!sheet.ok) throw new Error(sheet.error);
        expect(sheet.value.marks.join(), kind).toContain(mark);
        const signer = sheet.value.footers.find(({ text }) => text.includes(monitor));
        if (kind === 'result') expect(signer?.line).toContain(mark);
      }
      expect(changeLines(state, language, () => '')[0]?.what).toContain(mark);
    }
  });

  test('given the JSON export, then a program reads it too', () => {
    const json = (isSameMachine: boolean) => {
      const state = released(isSameMachine);
      if (state.result.kind === 'none') throw new Error('nothing counted');
      return resultJson(aSheetSource(state), state.result.figures, 'en');
    };
    expect(JSON.parse(json(true))).toMatchObject({ isSameMachine: true });
    expect(json(false)).not.toMatch(/isSameMachine|one machine/);
  });
});
