import { describe, expect, test } from 'vitest';
import type { BallotFate, KeptBallot } from '../connection/device-storage.ts';
import { panelSamples } from '../gallery/panel-samples.ts';
import { panelScreen } from './panel-screen.ts';
import type { PanelState } from './panel-state.ts';

function sample(name: string): PanelState {
  const state = panelSamples[name]?.();
  if (!state) throw new Error(`no sample ${name}`);
  return state;
}

function ballotOf(state: PanelState): KeptBallot {
  const [ballot] = state.ballots;
  if (!ballot) throw new Error('the sample has no ballot');
  return ballot;
}

const stored = sample('stored');
const acknowledged = ballotOf(stored);
const mine = stored.view.mine;
if (!mine || !stored.view.ballot) throw new Error('the sample has no stored ballot');
const form = stored.view.ballot;

const refused = (code: string): BallotFate => ({ kind: 'refused', refusal: { code, path: '', params: {} } });

const screenOf = (change: Partial<PanelState>, isChanging = false) =>
  panelScreen({ ...stored, ...change }, isChanging).kind;

describe('what the panelist’s page shows', () => {
  test.each([
    ['connecting', 'connecting'],
    ['join', 'join'],
    ['wait-for-operator', 'wait-for-operator'],
    ['before-start', 'waiting'],
    ['listen', 'waiting'],
    ['scoring-empty', 'scoring'],
    ['sending', 'sending'],
    ['stored', 'stored'],
    ['stored-wrong', 'stored-wrong'],
    ['unsent', 'unsent'],
    ['offline', 'offline'],
    ['scoring-offline', 'scoring'],
    ['locked', 'locked'],
    ['ended', 'ended'],
  ])('given the state %s, it is %s', (name, kind) =>
    expect(panelScreen(sample(name), false).kind).toBe(kind),
  );

  test('given an acknowledgement that the view hasn’t caught up with, it is still being stored', () => {
    expect(screenOf({ view: { ...stored.view, mine: null } })).toBe('sending');
    const second: KeptBallot = {
      ...acknowledged,
      n: 2,
      fate: { kind: 'stored', ballotNumber: 2, values: mine.values, code: mine.code },
    };
    expect(screenOf({ ballots: [acknowledged, second] })).toBe('sending');
  });

  test('given an acknowledgement with another code than signed, it is wrong though the view looks right', () => {
    const fate: BallotFate = { kind: 'stored', ballotNumber: 1, values: mine.values, code: 'ZZZZ' };
    expect(screenOf({ ballots: [{ ...acknowledged, fate }] })).toBe('stored-wrong');
  });

  test('given a view whose signed text is not this device’s, it is wrong', () => {
    const signed = mine.signed.replace('"c1":"18.5"', '"c1":"8.5"');
    const values = { ...mine.values, c1: '8.5' };
    expect(screenOf({ view: { ...stored.view, mine: { ...mine, signed, values } } })).toBe('stored-wrong');
  });

  test('given a ballot of a replaced device, it is checked against itself', () => {
    expect(screenOf({ ballots: [] })).toBe('stored');
  });

  test('given a round opened again, the stored ballot still stands and may be changed', () => {
    expect(screenOf({ view: { ...stored.view, ballot: { ...form, opening: 2 } } })).toBe('stored');
  });

  test('given a ballot refused because it came from the opening before, it is asked for again', () => {
    const late: KeptBallot = { ...acknowledged, n: 2, fate: refused('round-reopened') };
    const screen = panelScreen({ ...stored, ballots: [acknowledged, late] }, false);
    expect(screen).toMatchObject({ kind: 'scoring', refusal: { code: 'round-reopened' } });
  });

  test('given a ballot that a newer one of this device has overtaken, nothing is asked for again', () => {
    const overtaken: KeptBallot = { ...acknowledged, n: 2, fate: refused('ballot-overtaken') };
    expect(screenOf({ ballots: [acknowledged, overtaken] })).toBe('stored');
  });

  test('given an unsent ballot of an earlier round, it comes before whatever is on stage', () => {
    const earlier: KeptBallot = { ...acknowledged, round: 'u4.1', fate: { kind: 'unsent' } };
    expect(screenOf({ ballots: [earlier], link: { kind: 'lost', sinceMs: 0 } })).toBe('unsent');
  });

  test('given what the device keeps isn’t read yet, nothing can be typed over it', () => {
    expect(screenOf({ isRestored: false })).toBe('connecting');
  });

  test('given a change under way without a line, it can go on', () => {
    expect(screenOf({ link: { kind: 'lost', sinceMs: 0 } }, true)).toBe('scoring');
  });
});
