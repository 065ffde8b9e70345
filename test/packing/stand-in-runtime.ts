import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The mark by which the packer finds the switches ("fuses") inside Electron's executable; set by Electron. */
export const fuseMark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** Fuse states as a downloaded Electron has them: version 1, eight fuses, each '0' or '1'. */
const fusesAsDownloaded = Buffer.from('\u0001\u000810110101');

/**
 * A folder that the packer takes for an unpacked Electron for Linux: an executable that can't run, with fuses
 * to set, and texts in a language that is to be left out.
 */
export function writeStandInRuntime(folder: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) {
    writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
  }
  const executable = path.join(folder, 'electron');
  writeFileSync(executable, Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuseMark, fusesAsDownloaded]));
  chmodSync(executable, 0o755);
}
