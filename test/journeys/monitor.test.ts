import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { sameText } from '../../shared/kernel/language.ts';
import { aDefinition, anAgenda, aScheme } from '../builders/definition.ts';
import { type ConsolePage, cardOf, openConsole } from '../builders/lan-pages.ts';
import { devicesOfTheirOwn, Venue, type VenuePage } from './venue.ts';

const root = join(import.meta.dirname, '../..');

/** Votes as ever, and a point less for each minute begun beyond five. */
function timedScheme(): ScoringScheme {
  const { ballots, publish } = aScheme();
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'timed',
    version: 1,
    name: sameText('限时评议'),
    groups: [
      { id: 'A', weight: 60 },
      { id: 'B', weight: 40 },
    ],
    ballots: [...ballots],
    nodes: [
      { kind: 'groups', id: 'votes', ballot: 'marks', round: { decimals: 2 } },
      { kind: 'measure', id: 'seconds', name: sameText('汇报用时'), measure: 'seconds' },
      {
        kind: 'time',
        id: 'over',
        of: 'seconds',
        limit: '300',
        over: { kind: 'per-started', seconds: '60', points: '-1' },
      },
      { kind: 'sum', id: 'total', parts: [{ node: 'votes' }, { node: 'over' }], round: { decimals: 2 } },
    ],
    ranking: { by: 'total', on: 'rounded' },
    publish,
    isMonitorRequired: true,
  });
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

const required = aDefinition({
  units: ['u1'],
  scheme: timedScheme(),
  // As in a file, a template's id has no full stop.
  agenda: anAgenda('u1').map((step) => ({ ...step, template: step.template.replace('.', '-') })),
});

describe('the monitor', () => {
  let venue: Venue;
  let desk: Page;
  let watch: VenuePage;
  let monitor: Page;
  let operator: ConsolePage;
  const panels: Page[] = [];

  const button = (name: string | RegExp) => monitor.getByRole('button', { name });
  /** What the monitor's browser was sent so far. */
  const heard = () => watch.heard.join('\n');
  const confirm = async () => {
    await Venue.settle();
    await desk.keyboard.press('Enter');
  };

  beforeAll(async () => {
    venue = await Venue.open({ definition: required, nodeOptions: devicesOfTheirOwn });
    desk = (await venue.openConsole()).page;
    operator = await openConsole(venue.place);
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('the monitor’s phone shows a number, and the operator lets it in by it', async () => {
    watch = await venue.openMonitor({ size: { width: 390, height: 844 } });
    monitor = watch.page;
    await monitor.getByText('请操作员准入这台设备').waitFor();
    const number = (await monitor.getByText(/^\d{4}$/).innerText()).trim();
    await desk.getByText(number, { exact: true }).waitFor();
    await desk.getByRole('button', { name: '准入' }).click();
    await monitor.getByText('现在没有需要您处理的事').waitFor();
    await monitor.getByText('还没有开放过评票').waitFor();
  });

  test('three panelists vote, and the monitor sees how many are in and whose is missing, but no mark', async () => {
    for (const seat of ['A1', 'A2', 'B1']) {
      const { secret } = await cardOf(venue.place, seat);
      panels.push((await venue.openPanel(`/panel#${seat}.${secret}`)).page);
    }
    await operator.next();
    await operator.next();
    for (const [index, panel] of panels.entries()) {
      await monitor.getByText(`已收 ${index} / 应收 3`).waitFor();
      await monitor.getByText(`还没有票：第 ${[1, 2, 3].slice(index).join('、')} 席`).waitFor();
      for (const key of ['5', `${index}`, '下一项', '3', '0', '打好了'])
        await panel.getByRole('button', { name: key, exact: true }).click();
      await panel.getByRole('button', { name: '交票' }).click();
      await panel.getByText(`主机已存 8${index} 分`).waitFor();
    }
    await monitor.getByText('已收 3 / 应收 3').waitFor();
    expect(heard()).not.toContain('"values"');
    expect(heard()).not.toMatch(/"(5[012]|30|8[012])(\.\d+)?"/);
  });

  test('the time that the rules take is missing: J opens its field, and it counts once it is confirmed', async () => {
    await operator.next();
    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    await operator.next();
    await desk.keyboard.press('c');
    await desk.getByRole('button', { name: /^测量与加减分 · 缺 1/ }).waitFor();
    await desk.keyboard.press('j');
    const drawer = desk.getByRole('dialog', { name: '测量与加减分' });
    await drawer.getByText('缺 1 项').waitFor();
    await desk.keyboard.type('290');
    await desk.keyboard.press('Enter');
    await drawer.getByText('待确认').waitFor();
    await drawer.getByRole('button', { name: /确认.*290/ }).click();
    await drawer.getByText('✓', { exact: true }).waitFor();
    await desk.keyboard.press('Escape');
    await operator.client.seen((view) => view.beside?.recorded[0]?.values.seconds === '290');
  });

  test('after the count the release waits for the monitor, who sees the figures only by asking', async () => {
    await desk.getByText('1 个单位都已锁票，可以计票').waitFor();
    await desk.keyboard.press('c');
    await confirm();
    await monitor.getByText('计票完成，等您会签').waitFor();
    expect(await monitor.title()).toContain('●');
    expect(await monitor.getByText('80.80', { exact: true }).count()).toBe(0);
    await operator.must({ kind: 'JumpTo', step: 'release' });
    expect(
      await operator.order({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true }),
    ).toMatchObject({ refusal: { code: 'not-co-signed' } });
    expect(heard()).not.toContain('"total":"');
    await button('看结果').click();
    await monitor.getByRole('row', { name: /示例 u1/ }).waitFor();
    expect(await monitor.getByRole('row', { name: /示例 u1/ }).innerText()).toContain('81.10');
    await monitor.getByText('看了计票结果').waitFor();
  });

  test('an objection stands on top until the monitor takes it back', async () => {
    await button('提出异议').click();
    await monitor.getByRole('textbox', { name: '异议的理由' }).fill('第 3 席离席');
    await button('提出异议').click();
    await monitor.getByText('您的异议挡住了放行').waitFor();
    expect(
      await operator.order({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true }),
    ).toMatchObject({ refusal: { code: 'objection-open' } });
    await button('撤回异议').click();
    await monitor.getByRole('textbox', { name: '撤回异议的理由' }).fill('已核对签到表');
    await button('确认撤回').click();
    await button('会签').waitFor();
    await monitor.getByText('原因：已核对签到表').waitFor();
    await monitor.getByText('监督员撤回异议').waitFor();
  });

  test('the monitor signs in two steps, by keyboard, what it was shown', async () => {
    await button('会签').focus();
    await monitor.keyboard.press('Enter');
    await monitor.getByText('用这台设备的密钥签下面这次计票？').waitFor();
    await Venue.settle();
    await button('确认会签').focus();
    await monitor.keyboard.press('Enter');
    await monitor.getByText('您已会签第 1 次计票').waitFor();
    await monitor.getByText('现在没有需要您处理的事').waitFor();
    await operator.client.seen((view) => view.result?.coSigned === true);
  });

  test('the operator releases, and the monitor lets a correction happen after it with a second signature', async () => {
    await desk.getByText('放行成绩：1 名').waitFor();
    await Venue.settle();
    await desk.keyboard.press('Space');
    await desk.getByText('放行 1 名的成绩？').waitFor();
    await confirm();
    await monitor.getByText('已放行', { exact: true }).waitFor();
    await operator.must({
      kind: 'ProposeAct',
      act: { kind: 'reopen', round: 'u1.1' },
      reason: '第 1 席打错',
    });
    await monitor.getByText('操作员请求重新开放「示例 u1」的评票').waitFor();
    await button('同意…').click();
    await monitor.getByText('用这台设备的密钥签字同意？').waitFor();
    await Venue.settle();
    await button('签字同意').click();
    await monitor.getByText('第二台设备同意').waitFor();
    await monitor.getByText('第 1 轮 · 第 2 次开放').waitFor();
  });

  test('the chair’s own phone releases what the monitor co-signed, in two steps, and is shown no figure before', async () => {
    const phone = await venue.openChair({ size: { width: 390, height: 844 } });
    const chair = phone.page;
    const number = (await chair.getByText(/^\d{4}$/).innerText()).trim();
    await desk.getByText(number, { exact: true }).waitFor();
    await desk.getByRole('button', { name: '准入' }).click();
    await chair.getByText('现在没有要您签名的事').waitFor();
    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    await operator.must({ kind: 'JumpTo', step: 'release' });
    await button('看结果').click();
    await button('会签').click();
    await Venue.settle();
    await button('确认会签').click();
    await monitor.getByText('您已会签第 2 次计票').waitFor();
    await desk.getByText('请主持人放行成绩').waitFor();
    await Venue.settle();
    await desk.keyboard.press('Space');
    await desk.getByText(/等主持人放行，\d\d:\d\d 已请/).waitFor();
    await chair.getByText('操作员正在等您').waitFor();
    // Both hold the same hash up to one another.
    const hash = (await chair.locator('code').innerText()).trim();
    await desk.getByText(hash).waitFor();
    expect(phone.heard.join('\n')).not.toContain('"total":"');
    await chair.getByRole('button', { name: '放行成绩…' }).click();
    await chair.getByRole('radio', { name: '一次全部公布' }).check();
    await Venue.settle();
    await chair.getByRole('button', { name: '签名放行' }).click();
    await chair.getByText('成绩已放行').waitFor();
    // It comes back by its key, with what it signed.
    await chair.reload();
    await chair.getByText('由主持人签名放行').waitFor();
    await chair.getByText(/记录第 \d+ 条/).waitFor();
    expect(await chair.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await monitor.getByText(/由主持人签名放行，设备/).waitFor();
  });

  test('the monitor signs the close: what is sealed stands on its page, and the event is over for both', async () => {
    await operator.must({ kind: 'CloseEvent' });
    await monitor.getByText('操作员请求结束本场').waitFor();
    await monitor.getByText('结果已放行').waitFor();
    await button('同意…').click();
    await monitor.getByText('用这台设备的密钥签字，封存以上各项？').waitFor();
    await Venue.settle();
    await button('签字同意').click();
    await monitor.getByText('本场已结束').waitFor();
    await desk.getByText('本场已结束').first().waitFor();
  });

  test('a reload comes back by the device’s key, with the whole record', async () => {
    await monitor.reload();
    await monitor.getByText('重新开放评票', { exact: true }).waitFor();
    await monitor.getByText('监督员提出异议').waitFor();
    expect(await monitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('the file verifies with all signatures of the monitor and the chair', async () => {
    await operator.client.close();
    await venue.host.stop();
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'electron/host/verify.ts'), venue.host.eventFile, '--data', join(venue.folder, 'data')],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/released: entry \d+, by the operator with the chair's consent/);
    expect(stdout).toMatch(/released: entry \d+, signed by the chair's device chair-/);
    expect(stdout).toContain('nothing wrong was found');
    expect(status).toBe(0);
    venue.faults.splice(0);
  });
});
