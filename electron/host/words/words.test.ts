import { describe, expect, test } from 'vitest';
import type { FindingDetail } from '../../../shared/domain/log/finding.ts';
import { finding } from '../../../shared/domain/log/finding.ts';
import { languages } from '../../../shared/kernel/language.ts';
import { schemeProblemWords } from '../../../shared/views/scheme-problem-words.ts';
import { launchWords } from '../../launch-words.ts';
import type { InEachLanguage } from '../../operator-language.ts';
import type { SessionError } from '../event-session.ts';
import type { SpoiltTable } from '../log/spoilt-table.ts';
import { definitionWords, problemLine } from './definition-words.ts';
import { findingLine } from './finding-words.ts';
import { diskLines, noticeLine, openingLines, systemLines } from './opening-words.ts';
import { hostUsageLines, verifyUsageLines } from './option-words.ts';
import { addressNotHereLines, bindNotHereLines, nextPortLine, portLines } from './place-words.ts';
import { runningWords } from './running-words.ts';
import { verifyWords } from './verify-words.ts';

const han = /\p{Script=Han}/u;
/** Characters that traditional writing doesn't have. */
const simplifiedOnly =
  /[这个说还对问请关开记录网络动备电脑设选项页签档闭写给与从复条证实现过见会员总报验结发边运链读编码达属种类构标识连输务该为产线统传数据级别节没]/;

/** Says the same in each language, and checks that it is that language. */
function inEach(say: (language: (typeof languages)[number]) => string | readonly string[]): void {
  const [hans = '', hant = '', en = ''] = languages.map((language) => [say(language)].flat().join('\n'));
  expect(hans).toMatch(han);
  expect(hant).toMatch(han);
  expect(hant).not.toMatch(simplifiedOnly);
  expect(en).not.toMatch(han);
  expect(en).toMatch(/[a-z]/);
}

const spoilt: { readonly [kind in SpoiltTable['kind']]: Extract<SpoiltTable, { kind: kind }> } = {
  'settings-row': { kind: 'settings-row' },
  setting: { kind: 'setting', name: 'port' },
  'seat-card': { kind: 'seat-card', number: 2, count: 20 },
  database: { kind: 'database', message: 'no such table: pairing' },
};

const errors: { readonly [code in SessionError['code']]: Extract<SessionError, { code: code }> } = {
  'not-found': { code: 'not-found' },
  'is-folder': { code: 'is-folder' },
  'no-folder': { code: 'no-folder', folder: '/f' },
  exists: { code: 'exists' },
  locked: { code: 'locked', pid: 7, address: 'http://10.0.0.1:4180' },
  damaged: { code: 'damaged', findings: [finding('altered', 3, { kind: 'stored-hash-differs' })] },
  fork: { code: 'fork', at: { version: 2, n: 5 }, noted: '0', found: null },
  'missing-wal': { code: 'missing-wal', lastEntry: 3, knownHead: { n: 5, hash: '0' } },
  'cannot-replay': { code: 'cannot-replay', entry: 3, reason: 'R' },
  'other-rules': { code: 'other-rules', rules: 'leitai-1', known: 'leitai-3' },
  'network-share': { code: 'network-share', folder: '/f', share: '//nas' },
  'synced-folder': { code: 'synced-folder', folder: '/f', service: 'Dropbox' },
  foreign: { code: 'foreign', what: 'other-program' },
  'newer-format': { code: 'newer-format', format: 2 },
  unreadable: { code: 'unreadable', detail: 'D', entry: 4, rows: [] },
  'spoilt-table': { code: 'spoilt-table', table: spoilt.setting, rows: [] },
  'no-room': { code: 'no-room', detail: '/tmp' },
};

/** Of every kind, with its particulars. */
const details: { readonly [kind in FindingDetail['kind']]: object } = {
  'not-utf8': {},
  'not-json': {},
  'not-canonical': {},
  'not-an-entry': {},
  'not-an-opening': {},
  'before-the-first': {},
  'after-the-end': {},
  'other-version-order': {},
  'not-closed': {},
  'carried-unnamed': {},
  'stored-under': { key: 4, through: 6 },
  'swapped-with': { key: 4, position: 5 },
  'followed-by': { next: 4 },
  'log-reached': { furthest: 9, end: 4 },
  'says-number': { n: 4 },
  'copy-differs': { column: 'wall' },
  'stored-hash-differs': {},
  'names-other-before': { before: 4 },
  'next-names-other-hash': { next: 4 },
  'next-in-doubt': { next: 4 },
  'head-says': { hash: '0' },
  'not-a-checkpoint': {},
  'host-signature-misfit': {},
  'signs-other-entry': { signed: 4 },
  'host-key-unknown': { publicKey: '0' },
  'signed-hash-differs': { checkpoint: 4 },
  'file-missing': { name: 'p.jpg', hash: '0' },
  'file-differs': { name: 'p.jpg', found: '0' },
  'key-never-introduced': { owner: 'A1/d1' },
  'signature-misfit': { owner: 'A1/d1' },
  'signature-unreadable': {},
  'signed-not-canonical': {},
  'signed-member-differs': { member: 'values' },
  'monitor-signed-other': { signed: 4 },
  'chair-signed-other': { signed: 4 },
  'release-not-by-chair': { chair: 'chair-1' },
  'override-not-by-chair': { chair: 'chair-1' },
  'not-co-signed': {},
  'close-not-co-signed': {},
  'close-names-other-end': {},
  'close-names-other-figures': {},
  'not-looked': { screen: 'monitor-1' },
  'monitor-dropped': {},
  'objection-standing': { objection: 4 },
};

describe('every word of the terminal in each language', () => {
  test.each(Object.values(errors))('an event that doesn’t open: $code', (error) => {
    inEach((language) => openingLines('/f/a.leitai', error, language));
  });

  test.each(Object.values(spoilt))('a table beside the log: $kind', (table) => {
    inEach((language) => openingLines('/f/a', { code: 'spoilt-table', table, rows: [] }, language));
  });

  test.each(Object.entries(details))('a finding: %s', (kind, detail) => {
    const found = finding('altered', 3, { kind, ...detail } as FindingDetail);
    inEach((language) => findingLine(found, language));
  });

  test('a definition’s problems, each with what is meant filled in', () => {
    for (const problem of [
      { code: 'bad-shape', path: 'a', fault: { kind: 'missing' } },
      { code: 'bad-shape', path: 'a', fault: { kind: 'too-many', limit: '12' } },
      { code: 'bad-shape', path: 'a', fault: { kind: 'unknown-field', name: 'seat' } },
      { code: 'not-live', path: 'a', what: 'items' },
      { code: 'unknown-unit', path: 'a', detail: 'E01' },
      { code: 'nodes-in-a-circle', path: 'a', detail: 'x y' },
    ] as const) {
      inEach((language) => problemLine(problem, language));
      expect(problemLine(problem, 'en')).not.toContain('{{');
    }
    const unknown = { code: 'unknown-unit', path: 'agenda.4.unit', detail: 'E01' } as const;
    expect(languages.map((language) => problemLine(unknown, language))).toEqual([
      '  在 agenda.4.unit：没有单位“E01”。',
      '  在 agenda.4.unit：沒有單位「E01」。',
      '  at agenda.4.unit: There is no unit “E01”.',
    ]);
  });

  test('ports and addresses', () => {
    const cards = [{ name: 'eth0', address: '10.0.0.1' }];
    for (const holder of [null, { pid: 7, program: 'node' }])
      inEach((language) => portLines({ code: 'port-taken', port: 4180, holder }, language));
    for (const port of [80, 5000])
      inEach((language) => portLines({ code: 'port-forbidden', port, firstAllowed: 1024 }, language));
    inEach((language) => nextPortLine('4180', language));
    for (const known of [[], cards]) {
      inEach((language) => addressNotHereLines('10.0.0.9', known, language));
      inEach((language) => bindNotHereLines('10.0.0.9', known, language));
    }
  });

  test('options, notices, the disk, the system, the end', () => {
    for (const problem of [
      null,
      { kind: 'unknown', option: '--x' },
      { kind: 'needs-value', option: '--event' },
      { kind: 'takes-no-value', option: '--read-only' },
      { kind: 'not-an-option', given: 'x' },
      { kind: 'bad-value', option: '--head', given: 'x' },
    ] as const) {
      inEach((language) => hostUsageLines(problem, language));
      inEach((language) => verifyUsageLines(problem, language));
    }
    inEach((language) => noticeLine({ code: 'missing-wal' }, language));
    inEach((language) => noticeLine({ code: 'recovered-wal', bytes: 1 }, language));
    inEach((language) => diskLines('/f/a', 'ENOSPC', language));
    inEach((language) => systemLines('listen EACCES', language));
  });

  /** Every text of a dictionary; what takes arguments is given a few. */
  function textsOf(words: unknown): readonly string[] {
    if (typeof words === 'string') return [words];
    if (typeof words === 'function') return textsOf(words('a', 2, 3));
    return Object.values(Object(words)).flatMap(textsOf);
  }

  test.each([
    ['the running host', runningWords],
    ['verify', verifyWords],
    ['definitions', definitionWords],
    ['schemes', schemeProblemWords],
    ['the launcher', launchWords],
  ] satisfies [string, InEachLanguage<unknown>][])('the dictionary of %s', (_, dictionary) => {
    const count = textsOf(dictionary.en).length;
    for (let at = 0; at < count; at += 1) inEach((language) => textsOf(dictionary[language])[at] ?? '');
  });
});
