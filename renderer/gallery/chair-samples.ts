import { unitId } from '../../shared/kernel/brand.ts';
import { localText, sameText } from '../../shared/kernel/language.ts';
import { sha256Hex } from '../../shared/kernel/sha256.ts';
import type { ChairResult, ChairsAct, ChairView } from '../../shared/views/chair-view.ts';
import { sampleEvent, unitNames } from './wall-samples.ts';

const wall = Date.UTC(2019, 10, 13, 9, 41, 5);
const results = localText('结果发布', '結果發佈', 'Results');
const scoring = localText('现场打分', '現場打分', 'Scoring');

const calm: ChairView = {
  event: sampleEvent,
  stage: {
    stepName: scoring,
    unit: { id: unitId('u3'), name: unitNames[3] ?? sameText('3') },
    phase: 'live',
  },
  result: null,
  acts: [],
};

const result: ChairResult = {
  phase: 'counted',
  count: 1,
  figures: sha256Hex('figures'),
  places: 13,
  isMonitorRequired: true,
  coSigned: { device: '192.168.1.37', wall },
  objection: null,
  matter: 'release',
  waitsFor: null,
  isAsked: true,
  isFewerThanThree: false,
  released: null,
};

const at = (change: Partial<ChairResult>, acts: readonly ChairsAct[] = []): ChairView => ({
  ...calm,
  stage: { ...calm.stage, stepName: results, unit: null },
  result: { ...result, ...change },
  acts,
});

const objection = {
  reason: '第 7 席的票与纸面不符',
  overridden: null,
  isByDevice: false,
};
const why = '已当面核对纸质票，与电子票一致';
const overrode: ChairsAct = { entry: '421', wall: wall + 187_000, what: 'overridden', reason: why };
const released: ChairsAct = { entry: '428', wall: wall + 402_000, what: 'released', reason: '' };

/** States of the chair's page, of an invented event. */
export const chairSamples: { readonly [state: string]: ChairView } = {
  calm,
  'waits-monitor': at({ coSigned: null, matter: null, waitsFor: 'co-signature', isAsked: false }),
  release: at({}),
  fewer: at({ isFewerThanThree: true, isMonitorRequired: false, coSigned: null }),
  objection: at({ coSigned: null, objection, matter: 'objection' }),
  overridden: at(
    { coSigned: null, objection: { ...objection, overridden: why, isByDevice: true }, isAsked: false },
    [overrode],
  ),
  released: at(
    { phase: 'released', matter: null, isAsked: false, released: { isByChair: true, revealed: 4 } },
    [overrode, released],
  ),
};
