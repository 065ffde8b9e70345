import { logPosition, wallTime } from '../../shared/kernel/brand.ts';
import { type LocalText, localText, sameText } from '../../shared/kernel/language.ts';
import { sha256Hex } from '../../shared/kernel/sha256.ts';
import type {
  ConsoleResult,
  ConsoleRound,
  ConsoleView,
  EventFileHealth,
  NextAction,
  ResultRow,
  RevealView,
} from '../../shared/views/console-view.ts';
import type { SceneView } from '../../shared/views/view-sections.ts';
import type { Link } from '../connection/page-state.ts';
import type { Drawer } from '../console/desk-store.ts';
import { closing, comment, opening, seconds, units } from './sample-agenda.ts';
import {
  ballotScene,
  ballotTimer,
  countdown,
  fifth,
  fileInOrder,
  noTimer,
  ranking,
  rankingRow,
  resultRows,
  roundOf,
  rule,
  sampleView,
  seatsOf,
  speaker,
  speechTimer,
  unitAt,
} from './sample-console.ts';

/** One state of the console, of invented units and figures. */
export type ConsoleSample = {
  readonly view: ConsoleView;
  readonly link: Link;
  readonly drawer?: Drawer;
  readonly drawerTarget?: string;
  readonly isPeeking?: boolean;
  readonly isArmed?: boolean;
};

export const online: Link = { kind: 'online' };
const atScoring = { step: `A4b.${fifth.id}`, intoMs: seconds(73) };
const ballotWall = { scene: ballotScene('open'), timer: ballotTimer, curtain: 'open' as const };
export const afterBallots = { round: null, rounds: units.map((unit) => roundOf(unit, 'locked')) };
export const result: ConsoleResult = {
  phase: 'released',
  count: 1,
  isMonitorRequired: true,
  coSigned: true,
  objection: null,
  figures: sha256Hex('figures'),
  hasChair: false,
  releasedBy: 'operator',
  isSeen: true,
  former: [],
  rule,
  rows: resultRows,
  places: 13,
  revealed: 8,
  reveal: null,
  isFewerThanThree: false,
};

/** Where a reveal of 13 places stands after `revealed`; of two divisions, the latter with 8 places. */
const revealAt = (rows: readonly ResultRow[], revealed: number, division: LocalText | null): RevealView => {
  const own = rows.filter((row) => (row.division ?? null) === division).reverse();
  const before = division === juniors ? 5 : 0;
  const ids = own.map(({ unit }) => unit.id);
  const shown = revealed - before;
  return {
    division,
    places: own.length,
    shown: ids.slice(0, shown),
    next: ids[shown] ?? null,
    hidden: Math.max(0, own.length - shown - 1),
    hiddenInAll: Math.max(0, 12 - revealed),
  };
};

/** The same result while so many places stand: the console has no row after the next one. */
const released = (
  rows: readonly ResultRow[],
  revealed: number,
  division: LocalText | null = null,
): ConsoleResult => {
  const reveal = revealAt(rows, revealed, division);
  const isThere = ({ unit, division: of }: ResultRow) =>
    reveal.next === null ||
    [...reveal.shown, reveal.next].includes(unit.id) ||
    (of !== undefined && of !== division);
  return { ...result, rows: rows.filter(isThere), revealed, reveal };
};

/** Counted and co-signed, before the release. */
export const heldResult: ConsoleResult = { ...result, phase: 'counted', revealed: 0, releasedBy: null };

/** The first unit's number opened, with the figures of the sample tree. */
function openedNumber(drawerTarget: string): ConsoleSample {
  const [first, ...others] = resultRows;
  const means = ['92.40', '91.67'];
  const groups = first?.groups.map((group, at) => ({ ...group, mean: means[at] ?? null })) ?? [];
  const rows = first ? [{ ...first, total: '92.11', groups }, ...others] : others;
  const view = sampleView({ ...afterBallots, result: { ...heldResult, rows } });
  return { link: online, drawer: 'number', drawerTarget, view };
}

export function ballotSample(
  missing: readonly string[],
  next: NextAction,
  decisions: ConsoleRound['decisions'] = [],
): ConsoleView {
  const round = roundOf(fifth, 'open', missing, decisions);
  const now = Date.now();
  return sampleView({
    at: atScoring,
    now,
    round,
    timer: ballotTimer,
    wall: { ...ballotWall, counts: round.counts },
    next,
    seats: seatsOf((number) => {
      const seat = `s${number}`;
      const decision = decisions.find((each) => each.seat === seat)?.decision;
      if (decision === 'paper') return { ballot: 'paper-awaited', connection: 'never', device: null };
      if (decision) return { ballot: decision, connection: 'never', device: null };
      if (!missing.includes(seat)) return { ballot: 'stored' };
      return number === 4
        ? { ballot: 'awaited', connection: 'offline', offlineSinceWall: now - seconds(1_307) }
        : { ballot: 'awaited' };
    }),
    undo: { undo: null, redo: null, blocked: 'undo-round-has-ballots' },
  });
}

export const revealing = (revealed: number, change: Partial<ConsoleView> = {}): ConsoleView => {
  const row = resultRows[12 - revealed];
  return sampleView({
    at: { step: 'A8', intoMs: seconds(95) },
    ...afterBallots,
    timer: noTimer,
    wall: { scene: ranking(revealed), counts: null, timer: noTimer, curtain: 'open' },
    next: row
      ? { kind: 'reveal', row: rankingRow(row), left: 12 - revealed, scene: ranking(revealed + 1) }
      : {
          kind: 'step',
          stepName: closing[1]?.name ?? sameText(''),
          unit: null,
          scene: { kind: 'title', stepName: closing[1]?.name ?? null, unit: null },
          timerMs: null,
          startsTimer: true,
          opensRound: false,
          keepsOpen: [],
          background: null,
        },
    result: released(resultRows, revealed),
    seats: seatsOf(),
    ...change,
  });
};

/** Seat 17 went out before this round, and seat 8 once it had voted; nothing is decided of either. */
function awaySample(missing: readonly string[], next: NextAction, drawerTarget: string): ConsoleSample {
  const view = ballotSample(missing, next, [
    { seat: 's17', decision: 'absent', reason: '因公离席', leftAt: 1204 },
  ]);
  const sinceWall = new Date(2019, 10, 13, 14, 15).getTime();
  const seats = view.seats.map((seat) => {
    if (seat.number === 8) return { ...seat, away: { sinceWall, reason: '身体不适' } };
    if (seat.number !== 17) return seat;
    const isGone = { device: 1, connection: 'offline' as const, offlineSinceWall: sinceWall };
    return { ...seat, ...isGone, away: { sinceWall, reason: '因公离席' } };
  });
  return { link: online, view: { ...view, seats }, drawerTarget };
}

const lockFifth: NextAction = {
  kind: 'lock',
  round: `${fifth.id}.1`,
  unit: fifth,
  locks: [fifth],
  keepsOpen: [],
  submitted: 19,
  expected: 19,
};

const seniors = localText('示例城区组', '示例城區組', 'Example City Districts');
const juniors = localText('示例县域组', '示例縣域組', 'Example Counties');
const inDivisions: readonly ResultRow[] = resultRows.map((row, at) =>
  at < 5
    ? { ...row, division: seniors }
    : { ...row, division: juniors, rank: at - 4, place: String(at - 4), partedBy: [] },
);

/** Two divisions: five places of the first stand, and two of the second. */
function revealingDivisions(): ConsoleView {
  const row = inDivisions[10];
  const scene = (from: number): SceneView => ({
    kind: 'ranking',
    division: juniors,
    rule,
    places: 8,
    rows: inDivisions.slice(from).map(rankingRow),
    latest: 0,
    unranked: [],
  });
  return revealing(7, {
    wall: { scene: scene(11), counts: null, timer: noTimer, curtain: 'open' },
    result: released(inDivisions, 7, juniors),
    ...(row && {
      next: { kind: 'reveal', division: juniors, row: rankingRow(row), left: 5, scene: scene(10) },
    }),
  });
}

const absent17: ConsoleRound['decisions'] = [{ seat: 's17', decision: 'absent', reason: '请假' }];

function fileSample(odd: Partial<EventFileHealth>): ConsoleSample {
  const view = sampleView();
  return {
    link: online,
    view: { ...view, health: { ...view.health, file: { ...fileInOrder, ...odd } } },
  };
}

/** The event is closed; the file of its corrected version is there already, or was once. */
function ended(next: { readonly isThere: boolean; readonly isNoted: boolean }): ConsoleView {
  return {
    ...revealing(13),
    next: { kind: 'ended' },
    stage: { step: 'A10', stepName: closing[2]?.name ?? null, unit: null, phase: 'closed' },
    version: { number: 1, supersedes: null, next: { file: '2019-Q4.v2.leitai', ...next } },
  };
}

export const consoleSamples: { readonly [state: string]: () => ConsoleSample } = {
  live: () => ({ link: online, view: sampleView() }),
  prepared: () => ({
    link: online,
    view: sampleView({
      at: { step: null, intoMs: 0 },
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: {
        kind: 'start',
        stepName: opening[0]?.name ?? sameText(''),
        scene: { kind: 'title', stepName: opening[0]?.name ?? null, unit: null },
      },
      undo: { undo: null, redo: null, blocked: null },
      round: null,
      rounds: [],
      message: null,
      seats: seatsOf((number) => (number > 12 ? { connection: 'never', device: null } : {})),
      requests: [{ kind: 'screen', id: 'r1', number: '4827', role: 'prompter', address: '192.168.31.47' }],
    }),
  }),
  sameMachine: () => ({
    link: online,
    view: sampleView({
      requests: [
        {
          kind: 'screen',
          id: 'r1',
          number: '4827',
          role: 'chair',
          address: '127.0.0.1',
          isSameMachine: true,
        },
      ],
      screens: [
        {
          id: 'm1',
          role: 'monitor',
          name: '127.0.0.1',
          isOnline: true,
          roundTripMs: 1,
          isUpToDate: true,
          isSameMachine: true,
        },
      ],
    }),
  }),
  held: () => ({
    link: online,
    view: ballotSample(
      ['s4', 's6'],
      { kind: 'held', needs: 'missing-seats', round: `${fifth.id}.1`, seats: ['s4', 's6'], count: 2 },
      absent17,
    ),
  }),
  lock: () => ({
    link: online,
    view: ballotSample([], lockFifth, absent17),
  }),
  lockArmed: () => ({
    link: online,
    isArmed: true,
    view: ballotSample([], lockFifth, absent17),
  }),
  away: () =>
    awaySample(
      ['s4', 's6'],
      { kind: 'held', needs: 'missing-seats', round: `${fifth.id}.1`, seats: ['s4', 's6'], count: 2 },
      's17',
    ),
  awayLock: () => ({
    ...awaySample([], lockFifth, 's17'),
    isArmed: true,
  }),
  awaySeat: () => ({
    ...awaySample([], lockFifth, 's17'),
    drawer: 'seat',
  }),
  count: () => ({
    link: online,
    view: sampleView({
      at: { step: `A7.${unitAt(12).id}`, intoMs: seconds(60) },
      round: null,
      rounds: units.slice(0, 12).map((unit) => roundOf(unit, 'locked')),
      timer: countdown(seconds(90), seconds(30), 'answer', [15_000, 0]),
      wall: {
        scene: { kind: 'title', stepName: comment.name, unit: unitAt(12) },
        counts: null,
        timer: countdown(seconds(90), seconds(30), 'answer', [15_000, 0]),
        curtain: 'open',
      },
      next: { kind: 'held', needs: 'count' },
      message: null,
    }),
  }),
  counted: () => ({
    link: online,
    isPeeking: true,
    view: sampleView({
      at: { step: 'A8', intoMs: seconds(10) },
      ...afterBallots,
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: closing[0]?.name ?? null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: { kind: 'release', places: 13, isFewerThanThree: false },
      result: heldResult,
      seats: seatsOf(),
    }),
  }),
  release: () => ({
    link: online,
    isArmed: true,
    view: sampleView({
      at: { step: 'A8', intoMs: seconds(10) },
      ...afterBallots,
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: closing[0]?.name ?? null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: { kind: 'release', places: 13, isFewerThanThree: true },
      result: { ...heldResult, isFewerThanThree: true },
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 2210,
        displays: { kind: 'one' },
        gap: null,
        file: fileInOrder,
      },
      seats: seatsOf(),
    }),
  }),
  reveal: () => ({ link: online, view: revealing(8) }),
  revealCovered: () => ({
    link: online,
    view: revealing(8, {
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 2214,
        displays: { kind: 'mirrored' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  revealDivision: () => ({ link: online, view: revealingDivisions() }),
  entrants: () => ({
    link: online,
    drawer: 'nextStage',
    view: revealing(13, {
      result: {
        ...released(inDivisions, 13, juniors),
        nextStage: {
          advance: { kind: 'places', to: 2 },
          reason: null,
          entrants: [0, 1, 5, 6].flatMap((at) => {
            const row = inDivisions[at];
            return row ? [{ unit: row.unit, division: at < 5 ? seniors : juniors, carried: row.total }] : [];
          }),
        },
      },
    }),
  }),
  entrantsByHand: () => ({
    link: online,
    drawer: 'nextStage',
    view: revealing(13, {
      result: {
        ...released(inDivisions, 13, juniors),
        nextStage: { advance: { kind: 'by-hand' }, reason: null, entrants: null },
      },
    }),
  }),
  revealedDivisions: () => ({
    link: online,
    view: revealing(13, { result: released(inDivisions, 13, juniors) }),
  }),
  revealed: () => ({ link: online, view: revealing(13) }),
  frozen: () => ({
    link: online,
    view: sampleView({ wall: { scene: speaker, counts: null, timer: speechTimer, curtain: 'frozen' } }),
  }),
  fault: () => ({
    link: online,
    view: sampleView({
      next: { kind: 'held', needs: 'disk' },
      health: {
        disk: { kind: 'failed', sinceWall: Date.now() - seconds(7), lastGood: 1842, reason: 'ENOSPC' },
        isReadOnly: false,
        lastEntry: 1842,
        displays: { kind: 'extended' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  gap: () => ({
    link: online,
    view: sampleView({
      timer: countdown(seconds(300), seconds(102), 'speech', [60_000, 0, -30_000], true),
      next: { kind: 'held', needs: 'clock-gap' },
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 1843,
        displays: { kind: 'extended' },
        gap: { reason: 'sleep', gapMs: seconds(94) },
        file: fileInOrder,
      },
    }),
  }),
  lost: () => ({ link: { kind: 'lost', sinceMs: performance.now() - seconds(12) }, view: sampleView() }),
  readOnly: () => ({
    link: online,
    view: sampleView({
      health: {
        disk: { kind: 'ok' },
        isReadOnly: true,
        lastEntry: 1842,
        displays: { kind: 'extended' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  fileRecovered: () => fileSample({ notice: 'recovered-wal' }),
  fileMayLack: () => fileSample({ notice: 'missing-wal' }),
  badSignatures: () => fileSample({ findings: { count: 3, entry: 1207, code: 'signature-bad' } }),
  lostAddress: () => {
    const view = sampleView();
    return {
      link: online,
      view: { ...view, network: { ...view.network, chosen: null, lostAddress: '192.168.31.20' } },
    };
  },
  refused: () => ({
    link: online,
    view: sampleView({
      requests: [{ kind: 'seat', id: 'r2', seat: 's9', seatNumber: 9, address: '192.168.31.66' }],
      refusals: {
        total: 7,
        byCode: [
          { code: 'bad-signature', count: 4 },
          { code: 'too-big', count: 2 },
          { code: 'round-closed', count: 1 },
        ],
        last: {
          code: 'bad-signature',
          path: 'signature',
          wall: Date.now() - seconds(31),
          from: '192.168.31.66',
        },
      },
    }),
  }),
  ended: () => ({ link: online, view: ended({ isThere: false, isNoted: false }) }),
  version: () => ({ link: online, drawer: 'version', view: ended({ isThere: false, isNoted: false }) }),
  versionThere: () => ({ link: online, drawer: 'version', view: ended({ isThere: true, isNoted: true }) }),
  versionNoted: () => ({ link: online, drawer: 'version', view: ended({ isThere: false, isNoted: true }) }),
  versionLive: () => ({
    link: online,
    drawer: 'version',
    view: {
      ...revealing(13),
      version: {
        number: 2,
        supersedes: { version: 1, n: 2213, hash: '7d3c09b1'.padEnd(64, 'e4') },
        next: null,
      },
    },
  }),
  network: () => ({
    link: online,
    drawer: 'network',
    view: sampleView({
      seats: seatsOf((number) => (number % 3 === 0 ? { connection: 'never', device: null } : {})),
    }),
  }),
  photos: () => ({
    link: online,
    drawer: 'network',
    view: sampleView({
      ...afterBallots,
      result: heldResult,
      attachments: ['签字表 第 1 页.jpg', 'scan of the signed protocol, all pages.pdf'].map(
        (name, index) => ({
          n: logPosition(3000 + index),
          wall: wallTime(Date.now() - seconds(50)),
          name,
          type: index === 0 ? 'image/jpeg' : 'application/pdf',
          bytes: 553_984,
          hash: sha256Hex(name),
          count: 1,
        }),
      ),
    }),
  }),
  jump: () => ({ link: online, drawer: 'jump', view: sampleView() }),
  keys: () => ({ link: online, drawer: 'keys', view: sampleView() }),
  scheme: () => ({ link: online, drawer: 'scheme', view: sampleView() }),
  number: () => openedNumber(fifth.id),
  numberOfGroup: () => openedNumber(`${fifth.id}/1`),
};
