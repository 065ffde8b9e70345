import Database from 'better-sqlite3';
import { z } from 'zod';
import { eventSettings } from './event-settings.ts';

const settingRow = z.strictObject({ key: z.string(), value: z.string() });
const pairingRow = z.strictObject({
  seat: z.string().min(1),
  secret: z.string().min(1),
  code: z.string().min(1),
  spent: z.union([z.literal(0), z.literal(1)]),
});

/** A part of the tables beside the log that can't be used. */
export type SpoiltTable =
  | { readonly kind: 'settings-row' }
  | { readonly kind: 'setting'; readonly name: string }
  | { readonly kind: 'seat-card'; readonly number: number; readonly count: number }
  /** SQLite's own words, such as for a table that isn't there. */
  | { readonly kind: 'database'; readonly message: string };

function spoiltSetting(rows: readonly unknown[]): SpoiltTable | null {
  const values: { [key: string]: unknown } = {};
  for (const row of rows) {
    const parsed = settingRow.safeParse(row);
    if (!parsed.success) return { kind: 'settings-row' };
    try {
      values[parsed.data.key] = JSON.parse(parsed.data.value);
    } catch {
      return { kind: 'setting', name: parsed.data.key };
    }
  }
  const settings = eventSettings.safeParse(values);
  return settings.success ? null : { kind: 'setting', name: settings.error.issues[0]?.path.join('.') ?? '' };
}

/** Which part of the tables beside the log can't be used; null if all of them read as they should. */
export function findSpoiltTable(db: Database.Database): SpoiltTable | null {
  try {
    const spoilt = spoiltSetting(db.prepare('SELECT key, value FROM settings').all());
    if (spoilt !== null) return spoilt;
    const cards = db.prepare('SELECT seat, secret, code, spent FROM pairing').all();
    const wrong = cards.findIndex((card) => !pairingRow.safeParse(card).success);
    return wrong === -1 ? null : { kind: 'seat-card', number: wrong + 1, count: cards.length };
  } catch (fault) {
    if (fault instanceof Database.SqliteError) return { kind: 'database', message: fault.message };
    throw fault;
  }
}
