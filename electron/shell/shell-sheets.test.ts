import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { PreventableEvent } from '../../test/electron/stand-in-emitter.ts';
import { type MachineOptions, startMachine } from '../../test/electron/start-machine.ts';

const origin = 'http://127.0.0.1:4180';
const resultPage = `${origin}/console/paper?kind=result&token=t&lang=en`;

const sheetList = {
  documents: [
    { kind: 'rule-card', refusal: null },
    { kind: 'paper-ballot', refusal: null },
    { kind: 'opening', refusal: 'opening-too-late' },
    { kind: 'result', refusal: null },
    { kind: 'unit', refusal: null },
    { kind: 'seat', refusal: null },
  ],
  units: [
    { id: 'E01', name: 'Example County 1' },
    { id: 'E02', name: 'Example County 2' },
  ],
  seats: [{ id: 'A1', number: 1, group: 'Leaders' }],
};

/** A shell with a sheet in front, and a folder to save into. */
function withSheet(options: MachineOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-sheets-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  const read: string[] = [];
  const machine = startMachine({
    ...options,
    documentsFolder: folder,
    readJson: (url) => {
      read.push(url);
      return Promise.resolve(sheetList);
    },
  });
  machine.comeUp();
  const sheet = machine.openSheet(resultPage);
  sheet.webContents.title = 'Result · Demo';
  const told = () => vi.waitFor(() => expect(machine.dialogs.told).toHaveLength(1));
  return { machine, sheet, folder, read, told };
}

describe('the menu', () => {
  test('offers to save only while a sheet is in front', () => {
    const { machine, sheet } = withSheet();
    const isOffered = () => ['save-sheet', 'save-all-sheets'].map((id) => machine.menu.isEnabled(id));
    expect(isOffered()).toEqual([true, true]);
    machine.app.emit('browser-window-focus', new PreventableEvent(), machine.windows[0]);
    expect(isOffered()).toEqual([false, false]);
    machine.app.emit('browser-window-focus', new PreventableEvent(), sheet);
    expect(isOffered()).toEqual([true, true]);
    sheet.emit('closed');
    expect(isOffered()).toEqual([false, false]);
  });

  test('given two sheets, when the one behind is closed, then the other can still be saved', () => {
    const { machine, sheet } = withSheet();
    machine.openSheet(resultPage);
    sheet.emit('closed');
    expect(machine.menu.isEnabled('save-sheet')).toBe(true);
  });
});

describe('one sheet', () => {
  test('is saved where the operator says, as A4 with no margins and nothing left out', async () => {
    const { machine, sheet, folder } = withSheet();
    const file = path.join(folder, 'chosen.pdf');
    machine.dialogs.answers.push(file);
    machine.menu.press('Save as PDF…');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe(`%PDF ${resultPage}`));
    expect(machine.dialogs.asked).toEqual([
      { over: sheet.id, proposed: path.join(folder, 'Result · Demo.pdf') },
    ]);
    expect(sheet.webContents.printed).toMatchObject([
      { pageSize: 'A4', preferCSSPageSize: true, printBackground: true, margins: { top: 0, left: 0 } },
    ]);
    expect(readdirSync(folder)).toEqual(['chosen.pdf']);
    expect(machine.dialogs.told).toEqual([]);
  });

  test('the next one is proposed in the same folder', async () => {
    const { machine, folder } = withSheet();
    const sub = path.join(folder, 'a');
    mkdirSync(sub);
    machine.dialogs.answers.push(path.join(sub, 'first.pdf'));
    machine.menu.press('Save as PDF…');
    await vi.waitFor(() => expect(readdirSync(sub)).toEqual(['first.pdf']));
    machine.menu.press('Save as PDF…');
    await vi.waitFor(() => expect(machine.dialogs.asked).toHaveLength(2));
    expect(machine.dialogs.asked[1]?.proposed).toBe(path.join(sub, 'Result · Demo.pdf'));
  });

  test('given a name without its ending that exists with it, then the operator is asked about that file', async () => {
    const { machine, folder } = withSheet();
    const file = path.join(folder, 'chosen.pdf');
    writeFileSync(file, 'older');
    machine.dialogs.answers.push(path.join(folder, 'chosen'), null);
    machine.menu.press('Save as PDF…');
    await vi.waitFor(() => expect(machine.dialogs.asked).toHaveLength(2));
    expect(machine.dialogs.asked[1]?.proposed).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('older');
    machine.dialogs.answers.push(path.join(folder, 'another'));
    await vi.waitFor(() => {
      machine.menu.press('Save as PDF…');
      expect(readdirSync(folder)).toContain('another.pdf');
    });
  });

  test('given a page that shows no document, then the operator is told, and asked nothing', async () => {
    const { machine, sheet, told } = withSheet();
    sheet.webContents.title = null;
    machine.menu.press('Save as PDF…');
    await told();
    expect(machine.dialogs.told).toEqual([
      { over: sheet.id, message: 'There is no document here to save now', detail: 'The page says why.' },
    ]);
    expect(machine.dialogs.asked).toEqual([]);
  });

  test.each([
    ['zh-CN', '存为 PDF…', 'PDF 没有存下来', '这个位置不在了，U 盘可能已拔出。请换一个位置。'],
    ['zh-TW', '存為 PDF…', 'PDF 沒有存下來', '這個位置不在了，隨身碟可能已拔出。請換一個位置。'],
    [
      'en-US',
      'Save as PDF…',
      'The PDF was not saved',
      'That place is gone; a USB stick may have been pulled out. Choose another place.',
    ],
  ])(
    'given a folder that has gone, in %s, then that is told in words',
    async (locale, label, message, detail) => {
      const { machine, sheet, folder, told } = withSheet({ locale });
      machine.dialogs.answers.push(path.join(folder, 'gone', 'a.pdf'));
      machine.menu.press(label);
      await told();
      expect(machine.dialogs.told).toEqual([{ over: sheet.id, message, detail }]);
    },
  );

  test('given a name that a folder has, then the older one stays and no half of the new one', async () => {
    const { machine, folder, told } = withSheet();
    const taken = path.join(folder, 'a.pdf');
    mkdirSync(path.join(taken, 'inner'), { recursive: true });
    machine.dialogs.answers.push(taken);
    machine.menu.press('Save as PDF…');
    await told();
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(existsSync(path.join(taken, 'inner'))).toBe(true);
  });

  test('given a page that can’t be printed, then the way by the browser’s own printing is told', async () => {
    const { machine, sheet, told } = withSheet();
    sheet.webContents.pdf = null;
    machine.menu.press('Save as PDF…');
    await told();
    expect(machine.dialogs.told[0]?.detail).toMatch(/press “Print” on the page/);
    expect(machine.complaints).toEqual(['pdf: Error: Failed to generate PDF']);
  });
});

describe('the whole set', () => {
  test('is every document that can be had, each unit’s too, in the order of the day, in a folder of its own', async () => {
    const { machine, folder, read, told } = withSheet();
    mkdirSync(path.join(folder, 'Documents'));
    machine.dialogs.answers.push(folder);
    machine.menu.press('Save the whole set as PDF…');
    await told();
    const into = path.join(folder, 'Documents 2');
    expect(machine.dialogs.told).toMatchObject([
      { message: '4 documents saved as PDF', detail: expect.stringContaining(into) },
    ]);
    expect(read).toEqual([`${origin}/console/sheets?token=t&lang=en`]);
    const asked = readdirSync(into).map((name) => readFileSync(path.join(into, name), 'utf8'));
    expect(asked).toEqual(
      ['kind=rule-card', 'kind=result', 'kind=unit&unit=E01', 'kind=unit&unit=E02'].map(
        (document) => `%PDF ${origin}/console/paper?${document}&token=t&lang=en`,
      ),
    );
    expect(readdirSync(into)[0]).toBe('1 Result.pdf');
    const unseen = machine.windows.at(-1);
    expect(unseen?.options).toMatchObject({ show: false, webPreferences: { sandbox: true } });
    expect(unseen?.isDestroyed()).toBe(true);
  });

  test('while it is being saved, then the window in front says how far it is, and afterwards what it said before', async () => {
    const { machine, sheet, folder, told } = withSheet();
    machine.dialogs.answers.push(folder);
    machine.menu.press('Save the whole set as PDF…');
    await told();
    expect(sheet.progress).toEqual([
      { title: 'Saving as PDF: 1 of 4', share: 0 },
      { title: 'Saving as PDF: 2 of 4', share: 0.25 },
      { title: 'Saving as PDF: 3 of 4', share: 0.5 },
      { title: 'Saving as PDF: 4 of 4', share: 0.75 },
      { title: 'Leitai', share: -1 },
    ]);
  });

  test('given its window is closed meanwhile, then the set is saved all the same', async () => {
    const { machine, sheet, folder, told } = withSheet();
    machine.dialogs.answers.push(folder);
    sheet.setProgressBar = () => sheet.destroy();
    machine.menu.press('Save the whole set as PDF…');
    await told();
    expect(machine.dialogs.told).toMatchObject([{ message: '4 documents saved as PDF' }]);
    expect(readdirSync(path.join(folder, 'Documents'))).toHaveLength(4);
  });

  test('given one that fails, then no half of a set is left behind', async () => {
    const { machine, sheet, folder, told } = withSheet({ withoutSheet: 'unit=E02' });
    machine.dialogs.answers.push(folder);
    machine.menu.press('Save the whole set as PDF…');
    await told();
    expect(machine.dialogs.told).toMatchObject([{ message: 'The PDF was not saved' }]);
    expect(sheet.progress.at(-1)).toEqual({ title: 'Leitai', share: -1 });
    expect(readdirSync(folder)).toEqual([]);
    const unseen = machine.windows.at(-1);
    expect(unseen?.loaded).toHaveLength(4);
    expect(unseen?.isDestroyed()).toBe(true);
  });

  test('given no folder is chosen, then nothing is read or written', async () => {
    const { machine, folder, read } = withSheet();
    machine.menu.press('Save the whole set as PDF…');
    await vi.waitFor(() => expect(machine.dialogs.asked).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([read, readdirSync(folder), machine.dialogs.told]).toEqual([[], [], []]);
  });
});
