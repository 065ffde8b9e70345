import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordedEventOf } from '../../electron/host/contest-log.ts';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { readHead } from '../../electron/host/log/heads.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { LogEntry } from '../../shared/domain/log/entry.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { remainingMs } from '../../shared/domain/timer.ts';
import { instant, seatId } from '../../shared/kernel/brand.ts';
import type { CommandOutcome, HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import { buildPanelView, buildSeatView } from '../../shared/views/build-panel-view.ts';
import { cardsOf } from '../builders/lan-pages.ts';
import { ConsolePage } from './console-page.ts';
import { demoWithSeats, operatorCommand, randomMarks } from './contest.ts';
import { consoleToken, freePort, type HostFolders, type HostProcess, startHost } from './host-process.ts';
import { machineNow, until } from './lan-page.ts';
import { compareBallots, readLog } from './left-log.ts';
import { PanelDevice } from './panel-device.ts';
import { type Dice, dice } from './seeded.ts';

const SEATS = 6;
const BALLOTS_WAITING = 3;
const LONGEST_RUN_MS = 400;
/** How often a kill waits for an answer first: on a loaded machine the longest run may be over before there is any. */
const CHANCE_OF_PATIENCE = 0.8;
const LONGEST_START_MS = 700;
const PAIRED_MS = 2_000;
/** Whole ms are rounded down on both sides. */
const ROUNDING_MS = 2;

export type KillReport = {
  readonly kills: number;
  /** Kills while the host was still starting or its devices coming back. */
  readonly earlyKills: number;
  readonly acknowledgedBallots: number;
  readonly acknowledgedCommands: number;
  /** Ballots in the log at a kill whose answer had not arrived: the repeats had to be recognised. */
  readonly storedUnanswered: number;
  /** Seats that came back after the operator's next command: what they were shown couldn't be compared. */
  readonly movedOn: number;
  readonly entries: number;
  readonly slowestRestartMs: number;
  /** Each names the kill: empty if nothing was lost, doubled, changed or moved. */
  readonly faults: readonly string[];
};

type Shown = {
  readonly lastEntry: number;
  readonly step: string | null;
  readonly timer: ViewOf['console']['timer'];
};

/**
 * One event whose host is killed again and again while six devices submit and the operator works. After each kill
 * the log is read as the kill left it, and after each restart what the pages are shown is compared with it.
 */
export class KillTrial {
  readonly #folders: HostFolders;
  readonly #program: string | undefined;
  readonly #dice: Dice;
  readonly #faults: string[] = [];
  readonly #commands: { readonly n: number; readonly outcome: CommandOutcome }[] = [];
  readonly #startedAt = machineNow();
  #port = 0;
  #console: ConsolePage | null = null;
  #devices: readonly PanelDevice[] = [];
  #lastShown: Shown | null = null;
  #fresh = new Map<string, Record<string, unknown>>();
  #awaitingFresh = new Set<string>();
  #isOver = false;
  #known: readonly StoredEntry[] = [];
  #state: EventState | null = null;
  #kills = 0;
  #earlyKills = 0;
  #storedUnanswered = 0;
  #movedOn = 0;
  #slowestRestartMs = 0;

  constructor(folder: string, seed: number, program?: string) {
    mkdirSync(folder, { recursive: true });
    this.#folders = {
      event: join(folder, 'event.leitai'),
      data: join(folder, 'data'),
      definition: join(folder, 'definition.json'),
    };
    this.#program = program;
    this.#dice = dice(seed);
    writeFileSync(this.#folders.definition, JSON.stringify(demoWithSeats(SEATS)));
  }

  async run(kills: number): Promise<KillReport> {
    this.#port = await freePort();
    let host = await this.#start();
    this.#console = new ConsolePage(this.#address(), consoleToken, (message) =>
      this.#heard('console', message),
    );
    const cards = await cardsOf({ origin: `http://127.0.0.1:${this.#port}`, token: consoleToken });
    this.#devices = cards.map((card) => {
      const device = new PanelDevice(this.#address(), card);
      device.page.listen((message) => this.#heard(device.seat, message));
      return device;
    });
    try {
      await this.#everybody();
      // Even the sabotaged twin has written down who is paired by then; without that nobody could come back.
      await sleep(PAIRED_MS);
      const traffic = [this.#operate(), ...this.#devices.map((device) => this.#vote(device))];
      while (this.#kills < kills) host = await this.#killOnce(host);
      this.#isOver = true;
      await Promise.all(traffic);
      await this.#everyAnswer();
      await host.stop();
      this.#compareLog(true);
    } finally {
      this.#isOver = true;
      this.#console.page.stop();
      for (const { page } of this.#devices) page.stop();
      host.child.kill('SIGKILL');
    }
    return this.#report();
  }

  #report(): KillReport {
    const pages = [this.#console?.page, ...this.#devices.map(({ page }) => page)];
    const stored = this.#devices.flatMap(({ answers }) =>
      [...answers.values()].filter(({ kind }) => kind === 'stored'),
    );
    return {
      kills: this.#kills,
      earlyKills: this.#earlyKills,
      acknowledgedBallots: stored.length,
      acknowledgedCommands: this.#commands.filter(({ outcome }) => outcome.kind === 'accepted').length,
      storedUnanswered: this.#storedUnanswered,
      movedOn: this.#movedOn,
      entries: this.#known.length,
      slowestRestartMs: Math.round(this.#slowestRestartMs),
      faults: [...this.#faults, ...pages.flatMap((page) => page?.faults ?? [])],
    };
  }

  #address() {
    return { port: this.#port, hostPort: this.#port };
  }

  #fault(what: string): void {
    this.#faults.push(`kill ${this.#kills}: ${what}`);
  }

  async #start(): Promise<HostProcess> {
    const host = await startHost(this.#folders, this.#port, this.#program);
    this.#slowestRestartMs = Math.max(this.#slowestRestartMs, host.startedInMs);
    return host;
  }

  /** Lets the event run for a while, kills its host at a random instant, and looks at what is left and comes back. */
  async #killOnce(running: HostProcess): Promise<HostProcess> {
    const before = this.#answered();
    if (this.#dice.isTrue(CHANCE_OF_PATIENCE))
      await until('something is answered', () => this.#answered() > before);
    await sleep(this.#dice.fraction() * LONGEST_RUN_MS);
    await this.#kill(running);
    this.#compareLog(false);
    while (this.#dice.isTrue(0.15)) {
      this.#earlyKills += 1;
      const starting = startHost(this.#folders, this.#port, this.#program).catch(() => null);
      await sleep(this.#dice.fraction() * LONGEST_START_MS);
      const started = await Promise.race([starting, sleep(0).then(() => null)]);
      if (started) await this.#kill(started);
      else await (await starting)?.kill();
      this.#compareLog(false);
    }
    const host = await this.#start();
    await this.#everybody();
    this.#compareShown();
    return host;
  }

  /** How much of what the pages sent has been answered. */
  #answered(): number {
    return this.#devices.reduce((sum, { answers }) => sum + answers.size, this.#commands.length);
  }

  async #kill(host: HostProcess): Promise<void> {
    this.#kills += 1;
    await host.kill();
    const pages = [this.#console?.page, ...this.#devices.map(({ page }) => page)];
    await until('every page has noticed', () => pages.every((page) => !page?.isConnected));
    this.#fresh.clear();
    this.#awaitingFresh.clear();
  }

  #everybody(): Promise<void> {
    return until(
      'console and devices are back',
      () => this.#fresh.has('console') && this.#devices.every(({ seat }) => this.#fresh.has(seat)),
    );
  }

  #everyAnswer(): Promise<void> {
    return until(
      'everything is answered',
      () => this.#console?.unanswered === 0 && this.#devices.every(({ outbox }) => outbox.size === 0),
    );
  }

  #heard(who: string, message: HostMessage): void {
    if (message.kind === 'admitted') this.#awaitingFresh.add(who);
    if (message.kind !== 'view') return;
    // The first view after an admission was made before anything that this page repeats could arrive.
    if (this.#awaitingFresh.delete(who)) this.#fresh.set(who, message.sections);
    if (who !== 'console' || !this.#console) return;
    const { health, stage, timer } = this.#console.view;
    this.#lastShown = { lastEntry: health.lastEntry, step: stage.step, timer };
  }

  async #vote(device: PanelDevice): Promise<void> {
    while (!this.#isOver) {
      await sleep(this.#dice.whole(5, 60));
      const form = device.openForm;
      if (form && device.outbox.size < BALLOTS_WAITING) device.submit(randomMarks(form, this.#dice));
    }
  }

  async #operate(): Promise<void> {
    let n = 0;
    while (!this.#isOver) {
      await sleep(this.#dice.whole(5, 80));
      const page = this.#console;
      if (!page || page.unanswered > 0) continue;
      n += 1;
      const number = n;
      page
        .command(operatorCommand(page.view, this.#dice))
        .then((outcome) => this.#commands.push({ n: number, outcome }))
        .catch((fault) => this.#fault(String(fault)));
    }
  }

  /** What the pages were promised before the kill, against the bytes that it left. */
  #compareLog(isLast: boolean): void {
    const log = readLog(this.#folders.event);
    if (!log.ok) return this.#fault(`the file can't be read: ${log.error.code}`);
    const { rows, entries } = log.value;
    this.#verify(rows, isLast);
    const before = this.#known.at(-1);
    if (before && rows[before.n]?.text !== before.text)
      this.#fault(`entry ${before.n} is no longer what it was`);
    this.#known = rows;
    const badTime = entries.find(({ mono }) => mono < this.#startedAt - ROUNDING_MS || mono > machineNow());
    if (badTime)
      this.#fault(`entry ${badTime.n} has the instant ${badTime.mono}, which is not the machine's`);
    const { faults, storedUnanswered } = compareBallots(entries, this.#devices, isLast);
    for (const fault of faults) this.#fault(fault);
    this.#storedUnanswered += storedUnanswered;
    this.#compareCommands(entries);
    this.#state = this.#fold(entries);
  }

  #verify(rows: readonly StoredEntry[], isWhole: boolean): void {
    const event = this.#state?.definition.id;
    const noted = event === undefined ? null : readHead(this.#folders.data, event);
    const { findings } = verifyLog(
      rows,
      { heads: noted ? [noted] : [], hostKeys: null, rules: signatureRules, sha256 },
      // Signatures take 0.1 ms each: they are looked at once, at the end.
      isWhole ? verifySignature : () => true,
    );
    for (const finding of findings) this.#fault(`verify: ${JSON.stringify(finding)}`);
  }

  #compareCommands(entries: readonly LogEntry[]): void {
    const device = `console ${this.#console?.id}`;
    for (const { n, outcome } of this.#commands) {
      if (outcome.kind !== 'accepted' || outcome.entry === null) continue;
      const { cmd = null } = entries[outcome.entry] ?? {};
      if (cmd?.device !== device || cmd.n !== n)
        this.#fault(`command ${n} was acknowledged as entry ${outcome.entry} and is lost`);
    }
  }

  /** The state that the whole log leads to; on the way, what the console was shown last must have been true. */
  #fold(entries: readonly LogEntry[]): EventState | null {
    const shown = this.#lastShown;
    const last = entries.at(-1)?.n ?? -1;
    if (shown && shown.lastEntry > last)
      this.#fault(`the console was shown entry ${shown.lastEntry}, the log ends at ${last}`);
    let state: EventState | null = null;
    for (const entry of entries) {
      const recorded = recordedEventOf(entry);
      if (recorded) state = evolve(state, recorded);
      if (!state || shown?.lastEntry !== entry.n) continue;
      const { step, timer } = state.stage;
      if (step !== shown.step || !isSame(timer, shown.timer.timer))
        this.#fault(`at entry ${entry.n} the console was shown another step or clock than is in the log`);
    }
    return state;
  }

  /** What console and devices are shown first after the restart. */
  #compareShown(): void {
    const state = this.#state;
    const page = this.#console?.page;
    const view = this.#fresh.get('console') as ViewOf['console'] | undefined;
    if (!state || !page || !view) return this.#fault('nothing to compare');
    if (view.stage.step !== state.stage.step)
      this.#fault(`the step is ${view.stage.step}, it was ${state.stage.step}`);
    if (!isSame(view.timer.timer, state.stage.timer)) this.#fault('the clock is another one');
    this.#compareRemaining(view, page.helloAt, page.welcomeAt, page.welcome?.at ?? 0);
    for (const { seat } of this.#devices) this.#compareSeat(seat, state);
  }

  #compareSeat(seat: string, state: EventState): void {
    const { ballot, mine } = (this.#fresh.get(seat) ?? {}) as Partial<ViewOf['panel']>;
    // The console's repeated command may have moved the show on before this seat came back.
    if (!isSame(ballot, buildPanelView(state).ballot)) {
      this.#movedOn += 1;
      return;
    }
    const due = buildSeatView(state, seatId(seat))?.mine ?? null;
    if (!isSame(mine, due))
      this.#fault(`seat ${seat} is shown ${JSON.stringify(mine)}, not ${JSON.stringify(due)}`);
  }

  /** The time left as the new host tells it, against the old host's clock and the machine's own time since. */
  #compareRemaining(view: ViewOf['console'], helloAt: number, welcomeAt: number, at: number): void {
    const { timer } = view.timer;
    const before = this.#state?.stage.timer;
    if (at < helloAt - ROUNDING_MS || at > welcomeAt + ROUNDING_MS)
      this.#fault(`the host says it is ${at}, the machine between ${helloAt} and ${welcomeAt}`);
    if (timer.kind !== 'down' || before?.kind !== 'down') return;
    const told = remainingMs(timer, instant(at));
    const now = machineNow();
    const expected = remainingMs(before, now) + (before.clock.kind === 'running' ? now - at : 0);
    if (Math.abs(told - expected) > ROUNDING_MS) this.#fault(`${told} ms are left, not ${expected}`);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
