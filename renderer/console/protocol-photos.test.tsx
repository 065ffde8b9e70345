import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { consoleSamples } from '../gallery/console-samples.ts';
import { sampleView } from '../gallery/sample-console.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { DeskProvider, type StoppedBy } from './desk-context.tsx';
import { createDesk } from './desk-store.ts';
import { createKeyboard } from './keyboard.ts';
import { ProtocolPhotos } from './protocol-photos.tsx';

const counted = consoleSamples.photos?.().view ?? sampleView();
const choose = '附上签字表照片…';

type Sent = { readonly address: string; readonly type: string | null; readonly body: unknown };

/** The component beside a host that answers each upload with the next of these codes; null takes it. */
function openPhotos(
  view: typeof counted,
  answers: readonly (string | null)[] = [],
  stoppedBy: StoppedBy | null = null,
): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (address: string, { headers, body }: RequestInit) => {
    const code = answers[sent.length] ?? null;
    sent.push({ address, type: new Headers(headers).get('content-type'), body });
    const outcome =
      code === null
        ? { kind: 'accepted', entry: 1 }
        : { kind: 'refused', refusal: { code, path: '', params: {} } };
    return Promise.resolve(new Response(JSON.stringify(outcome)));
  });
  const desk = createDesk(() => Promise.resolve({ kind: 'accepted', entry: 1 }));
  render(
    <DeskProvider desk={desk} keyboard={createKeyboard()} stoppedBy={stoppedBy} hostNow={() => 0} token="t">
      <ProtocolPhotos view={view} />
    </DeskProvider>,
  );
  return sent;
}

const button = () => screen.getByRole('button', { name: choose });
const pdf = (name: string, bytes = 5) => new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
const chooseFiles = (...files: readonly File[]) =>
  fireEvent.change(screen.getByLabelText(choose, { selector: 'input' }), { target: { files } });

beforeEach(() => startI18n('console', consoleWords, 'zh-Hans'));
afterEach(() => vi.unstubAllGlobals());

describe('photos of the signed protocol on the console', () => {
  test('given attached photos, then each has its name, size, count and the ends of its hash', () => {
    openPhotos(counted);
    for (const { name, hash } of counted.attachments) {
      const row = screen.getByText(name).closest('li');
      expect(row?.textContent).toBe(`${name}541 KiB第 1 次计票指纹 ${hash.slice(0, 8)}…${hash.slice(-8)}`);
      expect(screen.getByText(name).getAttribute('href')).toBe(`/console/protocol-photo/${hash}?token=t`);
    }
    expect(button().getAttribute('aria-disabled')).toBe('false');
  });

  test.each([
    ['nothing is counted', { ...counted, result: null, attachments: [] }, null, '计票后才能附上'],
    ['a round is open', { ...counted, round: sampleView().round }, null, '还有评分没锁'],
    ['the event is closed', counted, 'closed', consoleWords['zh-Hans'].stopped.closed],
    ['the host is lost', counted, 'lost', consoleWords['zh-Hans'].stopped.lost],
  ] as const)('given %s, then no photo can be chosen and the button says why', (_, view, stopped, why) => {
    openPhotos(view, [], stopped);
    expect([button().getAttribute('aria-disabled'), button().getAttribute('title')]).toEqual(['true', why]);
  });

  test('given two scans, when they are chosen, then they are sent one after the other for the count that stands; the refused one is named', async () => {
    const sent = openPhotos(counted, ['already-attached', null]);
    chooseFiles(pdf('第一页.pdf'), pdf('b.pdf'));
    await screen.findByText('第一页.pdf 没有附上：这份已经附上');
    await vi.waitFor(() => expect(button().getAttribute('aria-disabled')).toBe('false'));
    expect(
      sent.map(({ address, type }) => [new URL(address, 'http://x').searchParams.get('name'), type]),
    ).toEqual([
      ['第一页.pdf', 'application/pdf'],
      ['b.pdf', 'application/pdf'],
    ]);
    for (const { address } of sent)
      expect(new URL(address, 'http://x').searchParams.get('count')).toBe(`${counted.result?.count}`);
    chooseFiles(pdf('c.pdf'));
    await vi.waitFor(() => expect(screen.queryByText(/没有附上/)).toBeNull());
  });

  test('given a scan above the cap or a host that doesn’t answer, then the words say so and nothing too large is sent', async () => {
    const sent = openPhotos(counted);
    chooseFiles(pdf('big.pdf', 4 * 1024 * 1024 + 1));
    await screen.findByText('big.pdf 没有附上：文件太大，不能超过 4 MiB');
    expect(sent).toEqual([]);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    chooseFiles(pdf('a.pdf'));
    await screen.findByText('a.pdf 没有附上：没有传完，请再传一次');
  });
});
