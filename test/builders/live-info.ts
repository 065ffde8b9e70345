import type { LiveInfo } from '../../shared/views/live-info.ts';

/** A host with nobody connected and nothing to tell but what a test names. */
export function aLiveInfo(fields: Partial<LiveInfo> = {}): LiveInfo {
  return {
    seats: {},
    screens: [],
    requests: [],
    recent: [],
    health: {
      disk: { kind: 'ok' },
      isReadOnly: false,
      displays: { kind: 'one' },
      file: { notice: null, findings: null },
    },
    network: {
      port: 0,
      portNote: null,
      chosen: null,
      cards: [],
      links: { projector: '', panel: '', prompter: '', monitor: '', chair: '' },
      lostAddress: null,
    },
    refusals: { total: 0, byCode: [], last: null },
    ...fields,
  };
}
