import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme, aWeight } from '../../test/builders/definition.ts';
import { groupsApart } from '../../test/builders/groups-apart.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  admitMonitor,
  ballot,
  coSign,
  count,
  decideSeats,
  decline,
  jump,
  lock,
  look,
  monitor,
  next,
  objectWith,
  open,
  pair,
  paper,
  recuse,
  reinstate,
  release,
  reopen,
  second,
  turn,
  voidRound,
  withdrawDecision,
  withdrawObjection,
  withdrawRecusal,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { asMonitor, coSigned, given, happened, type Scenario } from '../../test/builders/scenario.ts';
import { instant, logPosition, seatId, unitId, wallTime } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { lookBackSteps } from '../views/build-look-back.ts';
import { buildMonitorOwnView, buildMonitorView } from '../views/build-monitor-view.ts';
import { evolve } from './evolve.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const seats = ['A1', 'A2', 'B1'];
const pairs = seats.map((seat) => pair(seat));
const required = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
const scored = given(
  required,
  admitMonitor,
  ...pairs,
  next,
  ...turn('u1', seats),
  ...turn('u2', seats, ['40', '20']),
);
const counted = scored.and(count());
const alone = given(
  aDefinition(),
  ...pairs,
  next,
  ...turn('u1', seats),
  ...turn('u2', seats, ['40', '20']),
).and(count());

const started = given(aDefinition(), ...pairs, next);

/** A second monitor's device is admitted. */
function secondMonitor(run: Scenario): Scenario {
  return run.and({
    kind: 'AdmitScreen',
    screen: 'monitor-2',
    role: 'monitor',
    publicKey: 'another key',
    name: '10.0.0.10',
  });
}

const object = objectWith('seat 3 was away');

const live = aLiveInfo();

describe('RESULT-7: the co-signature', () => {
  const onRelease = counted.and(jump('release'));

  test('given a required monitor, when nobody has co-signed, then nothing is released', () => {
    onRelease.when(release()).thenRefused('not-co-signed');
    onRelease
      .and(...coSigned)
      .when(release())
      .thenHappens(expect.objectContaining({ kind: 'ResultReleased' }));
  });

  test('given the count is made anew, then the signature is gone and needed again', () => {
    const anew = onRelease
      .and(
        ...coSigned,
        { kind: 'ProposeAct', act: { kind: 'reopen', round: 'u1.1' }, reason: 'typo' },
        second(1),
      )
      .and(lock('u1'), count());
    anew.when(release()).thenRefused('not-co-signed');
    expect(anew.state.result).toMatchObject({ count: 2, coSigned: null });
  });

  test('given other figures or an older count, then the signature is refused', () => {
    counted
      .when({ kind: 'CoSignCount', count: 1, figures: 'f'.repeat(64), signed: '', signature: '' })
      .thenRefused('wrong-figures', 'figures');
    counted
      .when({ kind: 'CoSignCount', count: 2, figures: 'f'.repeat(64), signed: '', signature: '' })
      .thenRefused('wrong-count', 'count');
    scored.when(coSign).thenRefused('result-not-counted');
    counted
      .and(...coSigned)
      .when(coSign)
      .thenRefused('already-co-signed');
  });

  test('given a prompter, the operator or a screen that isn’t admitted, then they can’t co-sign', () => {
    counted.when(coSign, { role: 'operator' }).thenRefused('unknown-screen');
    counted.when(coSign, { role: 'monitor', screen: 'another' }).thenRefused('unknown-screen');
    const dismissed = counted.and({ kind: 'DismissScreen', screen: monitor });
    dismissed.when(coSign).thenRefused('unknown-screen');
  });
});

describe('RESULT-14: a co-signature demands a look', () => {
  test('given a device that hasn’t looked, or only at a unit, then it can’t co-sign; once it has, it can', () => {
    counted.when(coSign).thenRefused('not-looked');
    counted
      .and(look, { kind: 'LookAtResult', what: 'unit', unit: 'u1' })
      .when(coSign)
      .thenRefused('not-looked');
    counted
      .and(asMonitor(look))
      .when(coSign)
      .thenHappens(expect.objectContaining({ kind: 'CountCoSigned', screen: monitor }));
  });

  test('given only another monitor’s device has looked, then this one can’t co-sign', () => {
    const other = { role: 'monitor', screen: 'monitor-2' } as const;
    const looked = secondMonitor(counted).and(asMonitor(look, 'monitor-2'));
    looked.when(coSign).thenRefused('not-looked');
    looked.when(coSign, other).thenHappens(expect.objectContaining({ screen: 'monitor-2' }));
  });

  test('given the count is made anew after the look, then it has to look again', () => {
    const anew = counted.and(
      asMonitor(look),
      { kind: 'ProposeAct', act: { kind: 'reopen', round: 'u1.1' }, reason: 'typo' },
      second(1),
      lock('u1'),
      count(),
    );
    anew.when(coSign).thenRefused('not-looked');
    anew.and(...coSigned);
  });
});

describe('RESULT-8: the objection', () => {
  const objected = counted.and(jump('release'), object);

  test('given an objection, then neither a release nor a signature goes past it', () => {
    objected.when(release()).thenRefused('objection-open');
    objected.when(coSign).thenRefused('objection-open');
    objected.when(object).thenRefused('objection-there');
  });

  test('given it is withdrawn, then the count can be co-signed and released', () => {
    const withdrawn = objected.and(withdrawObjection);
    withdrawn.when(release()).thenRefused('not-co-signed');
    withdrawn
      .and(...coSigned)
      .when(release())
      .thenHappens(expect.objectContaining({ kind: 'ResultReleased' }));
    expect(withdrawn.state.changes.map(({ what }) => what)).toEqual([
      'monitor-admitted',
      'objection',
      'objection-withdrawn',
    ]);
  });

  test('RESULT-15: given an objection, then it is to exactly these figures, and its withdrawal to exactly this objection', () => {
    const signed = { signed: 'signed by the monitor', signature: 'signature' };
    const objecting = { kind: 'ObjectToCount', count: 1, reason: 'seat 3 was away', ...signed } as const;
    counted.when({ ...objecting, figures: 'f'.repeat(64) }).thenRefused('wrong-figures', 'figures');
    counted.when(object).thenHappens({
      kind: 'CountObjected',
      count: 1,
      screen: monitor,
      reason: 'seat 3 was away',
      ...signed,
    });
    const withdrawing = { kind: 'WithdrawObjection', count: 1, reason: 'x', ...signed } as const;
    objected
      .when({ ...withdrawing, objection: 'seat 2 was away' })
      .thenRefused('wrong-objection', 'objection');
    objected
      .when({ ...withdrawing, count: 2, objection: 'seat 3 was away' })
      .thenRefused('wrong-count', 'count');
    objected.when(withdrawObjection).thenHappens({
      kind: 'ObjectionWithdrawn',
      screen: monitor,
      reason: 'the seat had been told',
      ...signed,
    });
  });

  test('given another monitor’s device, then it can’t withdraw the objection', () => {
    const other = { role: 'monitor', screen: 'monitor-2' } as const;
    const two = secondMonitor(objected);
    two.when(withdrawObjection, other).thenRefused('objection-of-another');
    expect(two.state.changes.at(-1)).toMatchObject({ what: 'monitor-admitted', reason: '10.0.0.10' });
  });

  test('given it is overridden with a reason, then the release goes on and the objection stays on record', () => {
    const overridden = objected.and({ kind: 'OverrideObjection', reason: 'the seat had left by itself' });
    const released = overridden.and(release());
    expect(released.state.result).toMatchObject({
      kind: 'released',
      objection: { reason: 'seat 3 was away', overridden: 'the seat had left by itself' },
    });
    overridden.when(withdrawObjection).thenRefused('no-objection');
    counted.when({ kind: 'OverrideObjection', reason: 'x' }).thenRefused('no-objection');
  });
});

describe('RESULT-9: what one person may not do alone', () => {
  const propose = { kind: 'ProposeAct', act: { kind: 'reopen', round: 'u1.1' }, reason: 'typo' } as const;

  test('given a count and a required monitor, when the operator re-opens or voids a round, then a second device is asked for', () => {
    counted.when(reopen('u1')).thenRefused('second-device-needed', 'round');
    counted.when(voidRound('u1')).thenRefused('second-device-needed', 'round');
    const proposed = counted.and(propose);
    expect(proposed.state.proposals).toMatchObject([{ id: 1, reason: 'typo' }]);
    const done = proposed.and(second(1));
    expect(done.round('u1')).toMatchObject({ state: 'open', opening: 2 });
    expect(done.state).toMatchObject({ result: { kind: 'none' }, proposals: [] });
    expect(done.state.changes.at(-1)).toMatchObject({
      what: 'round-reopened',
      reason: 'typo',
      seconded: monitor,
    });
  });

  test('given a released result, then it can be taken back in the same way', () => {
    const released = counted.and(jump('release'), ...coSigned, release('all'));
    const back = released.and(propose, second(1));
    expect(back.state.result).toEqual({ kind: 'none' });
    expect(back.entries.some(({ event }) => event.kind === 'ResultReleased')).toBe(true);
  });

  test('given a proposal about a held count, when that is released meanwhile, then it takes back nothing', () => {
    const released = counted.and(jump('release'), propose, ...coSigned, release('all'));
    expect(released.state.proposals).toEqual([]);
    released.when(second(1)).thenRefused('unknown-proposal', 'proposal');
  });

  test('given it was turned down or the operator took it back, then nothing happens', () => {
    const dropped = counted.and(propose, { kind: 'DropAct', proposal: 1 });
    expect(dropped.state).toMatchObject({ proposals: [], result: { kind: 'counted' } });
    dropped.when(second(1)).thenRefused('unknown-proposal', 'proposal');
    counted.and(propose).when(second(1), { role: 'operator' }).thenRefused('unknown-screen');
  });

  test('RESULT-15: given the monitor declines, then nothing happens and the log keeps its signature', () => {
    const asked = counted.and(propose);
    asked.when(decline(1)).thenHappens({
      kind: 'ActDropped',
      proposal: 1,
      by: 'monitor',
      screen: monitor,
      signed: 'signed by the monitor',
      signature: 'signature',
    });
    expect(asked.and(decline(1)).state).toMatchObject({ proposals: [], result: { kind: 'counted' } });
    asked.when(decline(2)).thenRefused('unknown-proposal', 'proposal');
    asked.when(decline(1), { role: 'monitor', screen: 'another' }).thenRefused('unknown-screen');
    asked.when(decline(1), { role: 'operator' }).thenRefused('unknown-screen');
  });

  test('given no monitor is required, then a second word of the operator is asked for instead', () => {
    const once = { kind: 'ReopenRound', round: 'u1.1', reason: 'typo' } as const;
    alone.when(once).thenRefused('second-press-needed', 'round');
    expect(alone.and({ ...once, isSecondPress: true }).state.result).toEqual({ kind: 'none' });
    alone.when(propose).thenRefused('second-press-needed', 'act');
  });

  test('given there is no count yet, then nobody is asked', () => {
    scored.when(propose).thenRefused('no-second-needed');
    expect(scored.and(reopen('u1')).round('u1').state).toBe('open');
  });
});

describe('RESULT-10, VIEW-6: looks', () => {
  const two = secondMonitor(counted);
  const rowsOf = (run: typeof counted) => buildConsoleView(run.state, live).result?.rows.length;
  const monitorRows = (run: typeof counted, screen = monitor) =>
    buildMonitorOwnView(run.state, screen).result?.rows.length;
  const ofUnit = { kind: 'LookAtResult', what: 'unit', unit: 'u1' } as const;
  const ofSeat = { kind: 'LookAtResult', what: 'seat', unit: null, seat: 'A2' } as const;

  test('given a count, then neither the operator nor the monitor has figures before asking, and the look is recorded', () => {
    expect([rowsOf(counted), monitorRows(counted)]).toEqual([0, 0]);
    const looked = counted.and(look);
    expect([rowsOf(looked), monitorRows(looked)]).toEqual([2, 0]);
    expect(looked.state.looks).toMatchObject([{ by: 'operator', what: 'result' }]);
    looked
      .when(look, { role: 'monitor', screen: monitor })
      .thenHappens({ kind: 'ResultLooked', by: 'monitor', screen: monitor, what: 'result', unit: null });
  });

  test('given two monitors’ devices, when one looks, then the other has no figures, and the look names the device', () => {
    const looked = two.and(asMonitor(look));
    expect([monitorRows(looked), monitorRows(looked, 'monitor-2')]).toEqual([2, 0]);
    expect(buildMonitorView(looked.state).looks).toMatchObject([
      { by: 'monitor', device: '10.0.0.9', what: 'result', unit: null, seat: null },
    ]);
    const both = looked.and(asMonitor(look, 'monitor-2'));
    expect(monitorRows(both, 'monitor-2')).toBe(2);
    expect(both.state.looks.map(({ screen }) => screen)).toEqual([monitor, 'monitor-2']);
  });

  test('given a log from before devices were named, then its look shows no device the figures', () => {
    const old = counted.and(happened({ kind: 'ResultLooked', by: 'monitor', what: 'result', unit: null }));
    expect(monitorRows(old)).toBe(0);
    expect(old.state.looks).toMatchObject([{ by: 'monitor', screen: null, seat: null }]);
  });

  test('given a look at one unit, then the look is recorded and the whole result still has to be asked for', () => {
    const one = counted.and(ofUnit);
    expect(one.state.looks).toMatchObject([{ by: 'operator', what: 'unit', unit: 'u1', seat: null }]);
    expect(rowsOf(one)).toBe(0);
  });

  test('given the operator opens the look back, then the record says so, and it was a look at the result too', () => {
    const one = counted.and({ kind: 'LookAtResult', what: 'after-count', unit: null });
    expect(buildMonitorView(one.state).looks).toMatchObject([{ by: 'operator', what: 'after-count' }]);
    expect(rowsOf(one)).toBeGreaterThan(0);
  });

  test('given a look at one seat’s marks, then the seat stands in the record and on the monitor’s page, and the result is still held', () => {
    const one = counted.and(ofSeat);
    expect(one.state.looks).toMatchObject([{ by: 'operator', what: 'seat', unit: null, seat: 'A2' }]);
    expect(buildMonitorView(one.state).looks).toMatchObject([{ what: 'seat', seat: 2 }]);
    expect(rowsOf(one)).toBe(0);
    counted.when({ ...ofSeat, seat: 'Z9' }).thenRefused('unknown-seat', 'seat');
    counted.when({ kind: 'LookAtResult', what: 'seat', unit: null }).thenRefused('unknown-seat', 'seat');
  });

  test('given a ballot far from its group’s median, then the monitor is told how far only after asking', () => {
    const { state } = given(
      aDefinition({ seats: { A: 5 }, scheme: aScheme({ weights: [aWeight('A', 1)] }) }),
      admitMonitor,
      ...['A1', 'A2', 'A3', 'A4', 'A5'].map((seat) => pair(seat)),
      next,
      next,
      ...['A1', 'A2', 'A3', 'A4'].map((seat) => ballot(seat, 'u1', ['50', '30'])),
      ballot('A5', 'u1', ['0', '0']),
      next,
      lock('u1'),
      count('u2'),
    );
    const looked = evolve(state, {
      n: logPosition(state.lastEntry + 1),
      at: instant(1_000_000),
      wall: wallTime(1_573_603_200_000),
      event: { kind: 'ResultLooked', by: 'monitor', screen: monitor, what: 'result', unit: null },
    });
    // RULE-30: not before it is looked for, which is after the answer.
    expect(buildMonitorOwnView(looked, monitor).result?.odd).toBeNull();
    expect([...lookBackSteps(looked)].length).toBeGreaterThan(2);
    expect(buildMonitorOwnView(state, monitor).result?.odd).toBeNull();
    expect(buildMonitorOwnView(looked, monitor).result?.odd).toContainEqual(
      expect.objectContaining({ kind: 'far-from-median', seat: 5, distance: '80.00' }),
    );
  });

  test('given a new count, then it has to be asked for again', () => {
    const anew = alone.and(look, reopen('u1'), lock('u1'), count());
    expect(rowsOf(anew)).toBe(0);
  });

  test('given nothing is counted, or an unknown unit, then there is nothing to look at', () => {
    scored.when(look).thenRefused('result-not-counted');
    counted.when({ ...ofUnit, unit: 'u9' }).thenRefused('unknown-unit', 'unit');
  });
});

describe('RESULT-11: what if', () => {
  const ask = {
    kind: 'ProposeAct',
    act: { kind: 'what-if', question: { kind: 'without-group', group: 'B' } },
    reason: 'asked in the hall',
  } as const;

  test('given no monitor, then it is answered and recorded at once, and the result stays as it is', () => {
    const answered = alone.and(ask);
    expect(answered.state.whatIfs).toEqual([
      { proposal: 1, question: { kind: 'without-group', group: 'B' }, moved: [] },
    ]);
    expect(answered.state.result).toEqual(alone.state.result);
  });

  test('given a monitor that the rules don’t require, then it is asked all the same', () => {
    const asked = alone.and(admitMonitor, ask);
    expect(asked.state.proposals).toHaveLength(1);
    expect(asked.state.whatIfs).toEqual([]);
    expect(asked.and(second(1)).state.whatIfs).toHaveLength(1);
  });

  test('given a required monitor, then the answer comes with the second device', () => {
    const asked = counted.and(ask);
    expect(asked.state.whatIfs).toEqual([]);
    expect(asked.and(second(1)).state.whatIfs).toHaveLength(1);
  });

  test('given two groups that disagree, then the units that would change places are told', () => {
    const scheme = aScheme({ weights: [aWeight('A', 60), aWeight('B', 40)] });
    const run = given(aDefinition({ scheme }), ...pairs, next).and(...groupsApart, ask);
    expect(run.state.whatIfs[0]?.moved).toEqual([
      { unit: 'u1', place: '1', otherwise: '2' },
      { unit: 'u2', place: '2', otherwise: '1' },
    ]);
  });

  test('given an answer, then the operator and each monitor’s device are shown it only once they have looked', () => {
    const answered = counted.and(ask, second(1));
    const movedFor = (run: typeof counted) => [
      buildConsoleView(run.state, live).whatIfs[0]?.moved ?? null,
      buildMonitorOwnView(run.state, monitor).whatIfs[0]?.moved ?? null,
    ];
    expect(movedFor(answered)).toEqual([null, null]);
    expect(movedFor(answered.and(look))).toEqual([[], null]);
    expect(movedFor(answered.and(asMonitor(look)))).toEqual([null, []]);
  });

  test('given a stranger or no count, then there is no answer', () => {
    scored.when(ask).thenRefused('result-not-counted');
    const unknown = {
      ...ask,
      act: { kind: 'what-if', question: { kind: 'without-group', group: 'constructor' } },
    } as const;
    counted.when(unknown).thenRefused('unknown-group', 'act.question.group');
  });
});

describe('RESULT-12: the changelog', () => {
  const voting = started.and(next);
  const linesOf = (run: Scenario) => run.state.changes.map(({ what, reason }) => [what, reason]);

  test('given a history with exceptions, then each stands there with its reason', () => {
    const { state } = counted.and(object, withdrawObjection);
    expect(state.changes).toMatchObject([
      { what: 'monitor-admitted', reason: '10.0.0.9' },
      { what: 'objection', reason: 'seat 3 was away', seconded: null },
      { what: 'objection-withdrawn', reason: 'the seat had been told' },
    ]);
  });

  test('given what was decided is taken back, then why stands beside it', () => {
    const run = voting.and(
      decideSeats('u1', ['A1']),
      withdrawDecision('u1', 'A1'),
      recuse('A2', 'u2'),
      withdrawRecusal('A2', 'u2'),
      withdrawUnit('u2'),
      reinstate('u2'),
    );
    expect(linesOf(run).filter((_, index) => index % 2 === 1)).toEqual([
      ['decision-withdrawn', 'came back'],
      ['recusal-withdrawn', 'it was another county'],
      ['unit-reinstated', 'it came after all'],
    ]);
  });

  test('given a log from before reasons were asked, then its lines have none', () => {
    const old = voting.and(
      decideSeats('u1', ['A1']),
      happened({ kind: 'DecisionWithdrawn', round: voting.round('u1').id, seat: seatId('A1') }),
      happened({ kind: 'UnitReinstated', unit: unitId('u2') }),
    );
    expect(linesOf(old).slice(1)).toEqual([
      ['decision-withdrawn', ''],
      ['unit-reinstated', ''],
    ]);
  });

  test('given a round of the wrong unit, then the line says for which unit it was meant', () => {
    const run = voting.and(voidRound('u1', 'wrong-unit', 'u2'));
    expect(run.state.changes).toMatchObject([{ what: 'round-voided', unit: 'u1', toUnit: 'u2' }]);
    expect(buildMonitorView(run.state).changes).toMatchObject([
      { unit: { en: '示例 u1' }, toUnit: { en: '示例 u2' } },
    ]);
    expect(voting.and(voidRound('u1')).state.changes).toMatchObject([{ toUnit: null }]);
  });

  test('given a device that sends on and on after its seat’s paper ballot, then one line for each round, and every ballot in the log', () => {
    const late = (n: number) => ballot('A1', 'u1', ['10', '10'], { n });
    const run = voting.and(
      decideSeats('u1', ['A1', 'A2'], 'paper'),
      paper('A1', 'u1', { c1: '30', c2: '20' }),
      paper('A2', 'u1', { c1: '30', c2: '20' }),
      ...[1, 2, 3, 4].map(late),
      ballot('A2', 'u1', ['10', '10']),
    );
    const seatsOf = (of: Scenario) =>
      of.state.changes.filter(({ what }) => what === 'late-ballot-void').map(({ seats: [seat] }) => seat);
    expect(run.entries.filter(({ event }) => event.kind === 'LateBallotVoided')).toHaveLength(5);
    expect(seatsOf(run)).toEqual(['A1', 'A2']);
    const again = run.and(
      voidRound('u1'),
      open('u1'),
      decideSeats('u1', ['A1'], 'paper'),
      paper('A1', 'u1', { c1: '30', c2: '20' }),
      late(9),
    );
    expect(seatsOf(again)).toEqual(['A1', 'A2', 'A1']);
  });
});

describe('versions of the rules', () => {
  const other = aScheme({ weights: [aWeight('A', 40), aWeight('B', 60)] });
  const change = (scheme = other) =>
    ({
      kind: 'ChangeScheme',
      scheme,
      schemeHash: hashOfScheme(scheme),
      orderedBy: 'the jury',
      reason: 'agreed',
    }) as const;

  test('SCHEME-2: given no round was opened, then the new rules take the place of the old ones', () => {
    const changed = started.and(change());
    expect(changed.state.schemes).toMatchObject([{ hash: hashOfScheme(other) }]);
    expect(changed.and(next).round('u1').schemeHash).toBe(hashOfScheme(other));
    expect(changed.state.changes).toEqual([]);
    started.when(change(aScheme())).thenRefused('scheme-same', 'scheme');
  });

  test('SCHEME-2: given groups that aren’t the panel’s, or a scheme that can’t be held on stage, then it is refused', () => {
    started
      .when(change(aScheme({ weights: [aWeight('A', 1)] })))
      .thenRefused('scheme-other-groups', 'scheme.groups');
    const ofBoards = {
      ...other,
      nodes: other.nodes.map((node, n) => (n === 1 ? { ...node, each: 'indicators' } : node)),
    };
    started.when(change(ofBoards)).thenRefused('scheme-not-live', 'scheme.nodes.1.each');
    // The agenda collects it unit by unit.
    const onAll = {
      ...other,
      ballots: other.ballots.map((own) => ({ ...own, round: { kind: 'all-units' as const } })),
    };
    started.when(change(onAll)).thenRefused('scheme-other-agenda', 'scheme.ballots');
    alone.when(change()).thenRefused('already-counted');
  });

  test('SCHEME-3: given a round was opened, then the change is a new version, and the count carries both results', () => {
    const marks = [
      ballot('A1', 'u1', ['60', '40']),
      ballot('A2', 'u1', ['60', '40']),
      ballot('B1', 'u1', ['0', '0']),
    ];
    const changed = started.and(next, ...marks, change(), next, lock('u1'), count('u2'));
    expect(changed.state.schemes).toMatchObject([
      { orderedBy: '' },
      { orderedBy: 'the jury', reason: 'agreed' },
    ]);
    expect(changed.state.changes.at(-1)).toMatchObject({
      what: 'scheme-changed',
      reason: 'the jury: agreed',
    });
    const { result } = changed.state;
    expect(result).toMatchObject({
      figures: { schemeHash: hashOfScheme(other), units: [{ total: '40.00' }, {}] },
      formerly: { schemeHash: hashOfScheme(aScheme()), units: [{ total: '60.00' }, {}] },
    });
    const former = (run: Scenario) => buildConsoleView(run.state, aLiveInfo()).result?.former;
    expect(former(changed)).toEqual([]);
    expect(former(changed.and(look))).toMatchObject([
      { of: { kind: 'rules' }, rows: [{ unit: { id: 'u1' }, place: '1', total: '60.00' }, {}] },
    ]);
  });

  test('SCHEME-3: given a round was opened, when the new rules would do without the monitor, then they are refused', () => {
    const before = given(required, ...pairs, next);
    before.and(next).when(change()).thenRefused('scheme-monitor-fixed', 'scheme.isMonitorRequired');
    const withMonitor = aScheme({ weights: [aWeight('A', 40), aWeight('B', 60)], isMonitorRequired: true });
    before
      .and(next)
      .when(change(withMonitor))
      .thenHappens(expect.objectContaining({ kind: 'SchemeChanged' }));
    expect(before.and(change()).state.definition.scheme.isMonitorRequired).toBe(false);
  });

  test('SCHEME-3: given a round was opened, when nobody is named or no reason given, then it is refused', () => {
    const voting = started.and(next);
    voting.when({ ...change(), orderedBy: ' ' }).thenRefused('reason-missing', 'orderedBy');
    voting.when({ ...change(), reason: '' }).thenRefused('reason-missing', 'reason');
    started
      .when({ ...change(), orderedBy: '', reason: '' })
      .thenHappens(expect.objectContaining({ kind: 'SchemeChanged' }));
  });

  test('SCHEME-3: given a round was opened, when the new scheme has another ballot, then it is refused', () => {
    const wider = { ...other, ballots: other.ballots.map((own) => ({ ...own, secrecy: 'named' as const })) };
    started.and(next).when(change(wider)).thenRefused('scheme-ballot-fixed', 'scheme.ballots');
  });
});
