import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PaperValues } from '../ballot-paper/paper.ts';
import type { DeviceStorage, KeptBallot } from './device-storage.ts';
import { memoryStorage } from './memory-storage.ts';

interface DeviceDatabase extends DBSchema {
  keys: { key: string; value: { readonly event: string; readonly secret: string } };
  latest: { key: 'event'; value: string };
  ballots: { key: [event: string, n: number]; value: KeptBallot };
  drafts: {
    key: [event: string, round: string];
    value: { readonly round: string; readonly values: PaperValues };
  };
}

const ofEvent = (event: string) => IDBKeyRange.bound([event], [event, []]);

function storageIn(database: IDBPDatabase<DeviceDatabase>): DeviceStorage {
  return {
    isLasting: true,
    async readLatest() {
      const event = await database.get('latest', 'event');
      return event === undefined ? null : ((await database.get('keys', event)) ?? null);
    },
    async readKey(event) {
      return (await database.get('keys', event))?.secret ?? null;
    },
    async keepKey(event, secret) {
      const change = database.transaction(['keys', 'latest'], 'readwrite');
      const standing = (await change.objectStore('keys').get(event))?.secret ?? secret;
      await change.objectStore('keys').put({ event, secret: standing }, event);
      await change.objectStore('latest').put(event, 'event');
      await change.done;
      return standing;
    },
    async addBallot(event, sign) {
      const change = database.transaction('ballots', 'readwrite');
      const last = await change.store.openKeyCursor(ofEvent(event), 'prev');
      const n = (last?.key[1] ?? 0) + 1;
      const kept: KeptBallot = { ...sign(n), n, fate: { kind: 'unsent' } };
      await change.store.put(kept, [event, n]);
      await change.done;
      return kept;
    },
    readBallots: (event) => database.getAll('ballots', ofEvent(event)),
    async settleBallot(event, n, fate) {
      const change = database.transaction('ballots', 'readwrite');
      const kept = await change.store.get([event, n]);
      if (kept) await change.store.put({ ...kept, fate }, [event, n]);
      await change.done;
    },
    async readDrafts(event) {
      const drafts = await database.getAll('drafts', ofEvent(event));
      return Object.fromEntries(drafts.map(({ round, values }) => [round, values]));
    },
    async keepDraft(event, round, values) {
      await database.put('drafts', { round, values }, [event, round]);
    },
  };
}

/** The device's lasting storage, or one in memory where the browser has switched IndexedDB off. */
export async function openDeviceStorage(): Promise<DeviceStorage> {
  try {
    const database = await openDB<DeviceDatabase>('leitai-device', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('keys');
        fresh.createObjectStore('latest');
        fresh.createObjectStore('ballots');
        fresh.createObjectStore('drafts');
      },
    });
    return storageIn(database);
  } catch {
    // Private windows of some browsers refuse. The page says that it must stay open (`isLasting`).
    return memoryStorage();
  }
}
