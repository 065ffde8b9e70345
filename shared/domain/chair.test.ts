import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  admitChair,
  admitMonitor,
  chair,
  coSign,
  count,
  decline,
  jump,
  look,
  next,
  objectWith,
  overrideByChair,
  pair,
  release,
  releaseByChair,
  revealStep,
  second,
  turn,
} from '../../test/builders/orders.ts';
import { coSigned, given, type Scenario } from '../../test/builders/scenario.ts';
import { buildChairView } from '../views/build-chair-view.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorOwnView } from '../views/build-monitor-view.ts';
import type { Command } from './command.ts';
import { figuresHash } from './figures-hash.ts';

const seats = ['A1', 'A2', 'B1'];
const required = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
const counted = given(
  required,
  admitMonitor,
  admitChair,
  ...seats.map((seat) => pair(seat)),
  next,
  ...turn('u1', seats),
  ...turn('u2', seats, ['40', '20']),
  count(),
);
const signed = counted.and(...coSigned, jump('release'));

const byChair = { role: 'chair', screen: chair } as const;
const ask: Command = { kind: 'AskChair' };
const object = objectWith('seat 3 was away');
const override: Command = { kind: 'OverrideObjection', reason: 'the seat had left' };
const dismiss: Command = { kind: 'DismissScreen', screen: chair, reason: 'the tablet is dead' };
const admit = (screen: string, role: 'chair' | 'monitor', publicKey: string): Command => ({
  kind: 'AdmitScreen',
  screen,
  role,
  publicKey,
  name: '10.0.0.12',
});

function figuresOf({ state }: Scenario) {
  if (state.result.kind === 'none') throw new Error('nothing is counted');
  return state.result.figures;
}

const next1 = ({ state }: Scenario) => buildConsoleView(state, aLiveInfo()).next;

describe('CHAIR-1: one device', () => {
  const one = given(required, admitMonitor, admitChair, pair('A1'));

  test('given a chair’s device, when another is admitted, then it is refused until the first is dismissed', () => {
    one.when(admit('chair-2', 'chair', 'k2')).thenRefused('chair-there', 'role');
    one.and(dismiss, admit('chair-2', 'chair', 'k2'));
  });

  test('given a device of another role, when its key is admitted as the chair’s, then it is refused, and the other way round', () => {
    const { and } = one.and(dismiss);
    and()
      .when(admit('chair-2', 'chair', 'key of the monitor'))
      .thenRefused('already-paired');
    and()
      .when(admit('chair-2', 'chair', 'key of A1'))
      .thenRefused('device-at-another-seat');
    one.when(admit('monitor-2', 'monitor', 'key of the chair')).thenRefused('already-paired');
    one.when(pair('A2', 'key of the chair')).thenRefused('device-is-a-screen');
  });
});

describe('CHAIR-2: whose acts they are', () => {
  test('given the chair’s device, when the operator releases or overrides, then it is refused', () => {
    signed.when(release()).thenRefused('chair-releases');
    counted.and(object).when(override).thenRefused('chair-overrides');
  });

  test('given the chair’s device, when it is asked, then once for each thing, and only for what it can do now', () => {
    given(required).when(ask).thenRefused('chair-missing');
    counted.when(ask).thenRefused('not-a-release-step');
    counted.and(jump('release')).when(ask).thenRefused('not-co-signed');
    signed.when(ask).thenHappens({ kind: 'ChairAsked', count: 1, about: 'release' });
    const asked = signed.and(ask);
    asked.when(ask).thenRefused('chair-asked');
    const objected = asked.and(object);
    objected.when(ask).thenHappens({ kind: 'ChairAsked', count: 1, about: 'objection' });
    expect(buildChairView(objected.state).result).toMatchObject({ matter: 'objection', isAsked: false });
    // The next thing is asked for by itself.
    objected.and(ask, overrideByChair(), ask).when(ask).thenRefused('chair-asked');
    asked.and(releaseByChair()).when(ask).thenRefused('already-released');
  });

  test('given the release step, then the big button asks the chair, and waits once it has', () => {
    expect(next1(signed)).toEqual({ kind: 'ask-chair', about: 'release' });
    expect(next1(signed.and(ask))).toMatchObject({ kind: 'held', needs: 'chair', about: 'release' });
    expect(next1(counted.and(jump('release')))).toEqual({ kind: 'held', needs: 'co-signature' });
    expect(next1(counted.and(jump('release'), object))).toEqual({ kind: 'ask-chair', about: 'objection' });
    expect(next1(signed.and(releaseByChair()))).toMatchObject({ kind: 'reveal' });
  });
});

describe('CHAIR-3: what the chair’s device does', () => {
  const consent = {
    consent: 'chair-device',
    screen: chair,
    signed: 'signed by the chair',
    signature: 'signature',
  } as const;

  test('given a co-signed count, when it releases, then exactly its figures are published, and the entry keeps what was signed', () => {
    signed
      .when(releaseByChair('all'))
      .thenHappens({ kind: 'ResultReleased', figures: figuresOf(signed), reveal: 'all', ...consent });
    const revealing = signed.and(releaseByChair(), revealStep);
    expect(revealing.state.result).toMatchObject({ kind: 'released', releasedBy: chair, revealed: 1 });
  });

  test('given the rules of a release don’t hold, then it releases no more than the operator could', () => {
    counted.when(releaseByChair()).thenRefused('not-a-release-step');
    counted.and(jump('release')).when(releaseByChair()).thenRefused('not-co-signed');
    signed.and(object).when(releaseByChair()).thenRefused('objection-open');
    signed.and(releaseByChair()).when(releaseByChair()).thenRefused('already-released');
    const scheme = aScheme({ isMonitorRequired: true });
    const strict = aDefinition({ scheme: { ...scheme, publish: { ...scheme.publish, fromBallots: 3 } } });
    const few = given(
      strict,
      admitMonitor,
      admitChair,
      ...seats.map((seat) => pair(seat)),
      next,
      ...turn('u1', seats),
      ...turn('u2', seats),
      count(),
      ...coSigned,
      jump('release'),
    );
    few.when(releaseByChair()).thenRefused('fewer-than-three');
    few.when(releaseByChair('step', true)).thenHappens(expect.objectContaining(consent));
  });

  test('given another count or other figures than those it signed, then it is refused', () => {
    const command = {
      kind: 'ReleaseByChair',
      count: 1,
      figures: figuresHash(figuresOf(signed)),
      reveal: 'step',
      isFewerThanThreeAccepted: false,
      signed: '',
      signature: '',
    } as const;
    signed.when({ ...command, count: 2 }).thenRefused('wrong-count', 'count');
    signed.when({ ...command, figures: 'f' }).thenRefused('wrong-figures', 'figures');
    given(required, admitChair).when(releaseByChair()).thenRefused('result-not-counted');
    signed.when(command, { role: 'chair', screen: 'chair-2' }).thenRefused('unknown-screen');
    signed.when(command, { role: 'operator' }).thenRefused('unknown-screen');
  });

  test('given an objection, when it overrides that one with a reason, then it can be released, and the record says by which device', () => {
    const objected = counted.and(jump('release'), object);
    objected
      .when(overrideByChair('the seat had left'))
      .thenHappens({ kind: 'ObjectionOverridden', reason: 'the seat had left', ...consent });
    const overridden = objected.and(overrideByChair('the seat had left'));
    expect(overridden.state.changes.at(-1)).toMatchObject({
      what: 'overridden-by-chair',
      reason: 'the seat had left',
    });
    expect(overridden.state.result).toMatchObject({ objection: { overriddenBy: chair } });
    overridden.and(releaseByChair());
    const another = {
      kind: 'OverrideByChair',
      count: 1,
      figures: figuresHash(figuresOf(objected)),
      objection: 'another reason',
      reason: 'x',
      signed: '',
      signature: '',
    } as const;
    objected.when(another).thenRefused('wrong-objection', 'objection');
    objected.when(another, { role: 'operator' }).thenRefused('unknown-screen');
    signed.when(overrideByChair()).thenRefused('no-objection');
  });
});

describe('CHAIR-4: a lost device', () => {
  test('given the chair’s device, when dismissed without a reason, then it is refused; with one the operator releases again', () => {
    signed.when({ kind: 'DismissScreen', screen: chair }).thenRefused('reason-missing', 'reason');
    const lost = signed.and(ask, dismiss);
    expect(lost.state.changes.at(-1)).toMatchObject({
      what: 'chair-dismissed',
      reason: '10.0.0.11: the tablet is dead',
    });
    expect(next1(lost)).toMatchObject({ kind: 'release' });
    lost.when(releaseByChair()).thenRefused('unknown-screen');
    lost
      .when(release())
      .thenHappens(expect.objectContaining({ kind: 'ResultReleased', consent: 'chair-by-operator' }));
    counted
      .and(object, dismiss)
      .when(override)
      .thenHappens(expect.objectContaining({ consent: 'chair-by-operator' }));
    // A device admitted in its place hasn't been asked.
    expect(next1(lost.and(admit('chair-2', 'chair', 'k2')))).toMatchObject({ kind: 'ask-chair' });
  });
});

describe('CHAIR-5: what the chair’s device isn’t for', () => {
  test('given the chair’s device, when it looks, co-signs, objects or seconds, then it is refused', () => {
    counted.when(look, byChair).thenRefused('unknown-screen');
    counted.when(coSign, byChair).thenRefused('unknown-screen');
    counted.when(object, byChair).thenRefused('unknown-screen');
    const proposed = counted.and({
      kind: 'ProposeAct',
      act: { kind: 'reopen', round: 'u1.1' },
      reason: 'a typo',
    });
    proposed.when(second(1), byChair).thenRefused('unknown-screen');
    proposed.when(decline(1), byChair).thenRefused('unknown-screen');
  });
});

describe('CHAIR-6: what the chair’s device is shown', () => {
  const shown = ({ state }: Scenario) => buildChairView(state).result;

  test('given a count, then its page tells how far it has come, and what the release waits for', () => {
    const hash = figuresHash(figuresOf(counted));
    expect(shown(given(required, admitChair))).toBeNull();
    expect(shown(counted)).toMatchObject({
      phase: 'counted',
      figures: hash,
      coSigned: null,
      matter: null,
      waitsFor: 'co-signature',
      released: null,
    });
    expect(shown(counted.and(...coSigned))).toMatchObject({
      coSigned: { device: '10.0.0.9' },
      waitsFor: 'release-step',
    });
    expect(shown(signed)).toMatchObject({ matter: 'release', waitsFor: null, isAsked: false });
    expect(shown(signed.and(ask))).toMatchObject({ isAsked: true });
    expect(shown(signed.and(releaseByChair(), revealStep))).toMatchObject({
      phase: 'released',
      matter: null,
      places: 2,
      released: { isByChair: true, revealed: 1 },
    });
    // Console, monitor and chair compare the same digits.
    expect(buildConsoleView(counted.state, aLiveInfo()).result?.figures).toBe(hash);
    expect(buildMonitorOwnView(counted.state, 'monitor-1').result?.figures).toBe(hash);
  });
});

describe('CHAIR-7: who released', () => {
  test('given a release, then console, monitor and changelog say by whom', () => {
    const byDevice = signed.and(releaseByChair());
    const byOperator = signed.and(dismiss, release());
    const whoIn = ({ state }: Scenario) => [
      buildConsoleView(state, aLiveInfo()).result?.releasedBy,
      buildMonitorOwnView(state, 'monitor-1').result?.released,
      state.changes.at(-1)?.what,
    ];
    expect(whoIn(byDevice)).toEqual(['chair', { by: 'chair', device: '10.0.0.11' }, 'released-by-chair']);
    expect(whoIn(byOperator)).toEqual(['operator', { by: 'operator', device: null }, 'chair-dismissed']);
    expect(whoIn(signed)).toEqual([null, null, 'chair-admitted']);
  });
});
