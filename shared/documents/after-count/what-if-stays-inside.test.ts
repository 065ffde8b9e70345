import { expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../../test/builders/definition.ts';
import { groupsApart } from '../../../test/builders/groups-apart.ts';
import { aLiveInfo } from '../../../test/builders/live-info.ts';
import {
  admitChair,
  admitMonitor,
  jump,
  look,
  monitor,
  next,
  pair,
  releaseByChair,
  second,
} from '../../../test/builders/orders.ts';
import { asMonitor, coSigned, given } from '../../../test/builders/scenario.ts';
import { aSheetSource } from '../../../test/builders/sheet-source.ts';
import { contestOf } from '../../domain/contest-of.ts';
import type { EventState } from '../../domain/state.ts';
import { seatId } from '../../kernel/brand.ts';
import { languages } from '../../kernel/language.ts';
import { buildChairView } from '../../views/build-chair-view.ts';
import { buildConsoleView } from '../../views/build-console-view.ts';
import { buildMonitorOwnView } from '../../views/build-monitor-view.ts';
import { buildPanelView, buildSeatView } from '../../views/build-panel-view.ts';
import { buildProjectorView } from '../../views/build-projector-view.ts';
import { buildPrompterView } from '../../views/build-prompter-view.ts';
import { sheetKinds } from '../../views/sheet-kinds.ts';
import { makeSheet } from '../make-sheet.ts';
import { resultJson } from '../result-json.ts';

const seats = ['A1', 'A2', 'B1'];
const counted = given(
  aDefinition({ scheme: aScheme({ isMonitorRequired: true }) }),
  admitMonitor,
  admitChair,
  ...seats.map((seat) => pair(seat)),
  next,
).and(...groupsApart, look, asMonitor(look));

const ask = {
  kind: 'ProposeAct',
  act: { kind: 'what-if', question: { kind: 'without-group', group: 'B' } },
  reason: 'asked in the hall',
} as const;

/** What every screen and device but console and monitor receives, and every sheet and export but the event's file. */
function outside(state: EventState): string {
  const source = aSheetSource(state);
  const { result } = state;
  return JSON.stringify([
    buildProjectorView(state),
    buildPrompterView(state),
    buildPanelView(state),
    buildChairView(state),
    seats.map((seat) => buildSeatView(state, seatId(seat))),
    languages.flatMap((language) => [
      sheetKinds.map((kind) => makeSheet(kind, source, { unit: 'u1', seat: 'A1' }, language)),
      result.kind === 'none'
        ? []
        : resultJson({ ...source, contest: contestOf(state) }, result.figures, language),
    ]),
  ]);
}

test('RESULT-11: given a question that is asked and answered, then console and monitor have the answer, and nobody and no sheet else anything of it', () => {
  for (const run of [counted, counted.and(...coSigned, jump('release'), releaseByChair('all', true))]) {
    const before = outside(run.state);
    const answered = run.and(ask, second(1));
    expect(answered.state.whatIfs[0]?.moved).toHaveLength(2);
    for (const { whatIfs } of [
      buildConsoleView(answered.state, aLiveInfo()),
      buildMonitorOwnView(answered.state, monitor),
    ])
      expect(whatIfs[0]?.moved).toHaveLength(2);
    expect(outside(run.and(ask).state)).toBe(before);
    expect(outside(answered.state)).toBe(before);
  }
});
