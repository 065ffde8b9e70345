import { describe, expect, test } from 'vitest';
import { sameText } from '../../shared/kernel/language.ts';
import type { AgendaRow } from '../../shared/views/console-view.ts';
import { agendaLines, foldDone } from './agenda-lines.ts';
import { agendaTimes } from './agenda-times.ts';

const minute = 60_000;

function row(step: string, change: Partial<AgendaRow> = {}): AgendaRow {
  return {
    step,
    name: sameText(step),
    who: sameText(''),
    unit: null,
    plannedMs: 5 * minute,
    scene: 'title_quiet',
    isBackground: false,
    state: 'ahead',
    startedWall: null,
    endedWall: null,
    ...change,
  };
}

describe('planned against actual', () => {
  test('before the start everything is planned from now', () => {
    const times = agendaTimes([row('a'), row('b')], 1000);
    expect(times.rows.map((each) => each.start)).toEqual([1000, 1000 + 5 * minute]);
    expect(times.plannedEnd).toBe(times.forecastEnd);
  });

  test('given a step that took 7 of 5 minutes, the next one and the end are 2 minutes late', () => {
    const rows = [
      row('a', { state: 'done', startedWall: 0, endedWall: 7 * minute }),
      row('b', { state: 'current', startedWall: 7 * minute }),
      row('c'),
    ];
    const times = agendaTimes(rows, 8 * minute);
    expect(times.rows[0]?.differenceMs).toBe(2 * minute);
    expect(times.rows[2]).toMatchObject({ plannedStart: 10 * minute, start: 12 * minute, isForecast: true });
    expect(times.forecastEnd - times.plannedEnd).toBe(2 * minute);
  });

  test('a step that runs over pushes the forecast on with every minute', () => {
    const rows = [row('a', { state: 'current', startedWall: 0 }), row('b')];
    expect(agendaTimes(rows, 9 * minute).forecastEnd).toBe(14 * minute);
  });

  test('a background step takes no time of its own, a skipped one none at all', () => {
    const rows = [
      row('a', { state: 'current', startedWall: 0 }),
      row('behind', { isBackground: true }),
      row('left out', { state: 'skipped' }),
      row('b'),
    ];
    const times = agendaTimes(rows, 0);
    expect(times.rows[2]?.start).toBeNull();
    expect(times.rows[3]?.start).toBe(5 * minute);
  });
});

describe('the lines of the agenda', () => {
  const turn = (unit: string, state: AgendaRow['state']) =>
    ['film', 'speech', 'scoring'].map((name) =>
      row(`${name}.${unit}`, { name: sameText(name), unit, state }),
    );
  const comments = ['u1', 'u2', 'u3'].map((unit) =>
    row(`comment.${unit}`, { name: sameText('comment'), unit }),
  );

  test('a unit’s steps are one line unless it is on stage; the same step for each unit is one line', () => {
    const rows = [...turn('u1', 'done'), ...turn('u2', 'current'), ...turn('u3', 'ahead'), ...comments];
    const lines = agendaLines(rows, agendaTimes(rows, 0), []);
    expect(
      lines.map((line) =>
        line.kind === 'step'
          ? line.row.step
          : line.kind === 'group'
            ? `${line.grouping} of ${line.rows.length}`
            : '',
      ),
    ).toEqual(['turn of 3', 'turn of 3', 'film.u2', 'speech.u2', 'scoring.u2', 'turn of 3', 'series of 3']);
  });

  test('when they don’t fit, the oldest done lines become one and nothing else is hidden', () => {
    const rows = [
      ...['u1', 'u2', 'u3', 'u4'].flatMap((unit) => turn(unit, 'done')),
      ...turn('u5', 'current'),
      row('end'),
    ];
    const lines = agendaLines(rows, agendaTimes(rows, 0), []);
    expect(lines).toHaveLength(9);
    const folded = foldDone(lines, 7);
    expect(folded).toHaveLength(7);
    expect(folded[0]).toMatchObject({ kind: 'folded', count: 3 });
    expect(foldDone(lines, 9)).toBe(lines);
  });
});
