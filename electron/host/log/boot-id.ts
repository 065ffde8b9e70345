import { existsSync, readFileSync } from 'node:fs';

const LINUX_BOOT_ID = '/proc/sys/kernel/random/boot_id';

/** Which run of the machine this is; empty where the system has no such id. */
export function bootId(): string {
  return existsSync(LINUX_BOOT_ID) ? readFileSync(LINUX_BOOT_ID, 'utf8').trim() : '';
}
