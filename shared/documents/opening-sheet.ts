import type { EventDefinition, Unit } from '../domain/event-definition.ts';
import { tieBreakBallots } from '../domain/scoring/live-ballot.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import { isOnAllUnits } from '../domain/scoring/rules/casting.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { formatDecimal, rational } from '../kernel/rational.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { eventNames } from './event-names.ts';
import { openingWords } from './opening-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

function storedBallots({ rounds }: EventState): number {
  return Object.values(rounds).reduce(
    (sum, { ballots }) => sum + Object.values(ballots).filter((ballot) => ballot !== null).length,
    0,
  );
}

/** What share of the whole each group weighs, in per cent; empty where no value goes by groups. */
function groupShares({ scheme }: EventDefinition): ReadonlyMap<string, string> {
  if (!scheme.nodes.some(({ kind }) => kind === 'groups')) return new Map();
  const counting = scheme.groups.filter(({ counts }) => counts);
  const sum = BigInt(counting.reduce((total, { weight }) => total + weight, 0));
  return new Map(
    counting.map(({ id, weight }) => {
      const share = rational(BigInt(weight) * 100n, sum);
      return [id, formatDecimal(share, share.denominator === 1n ? 0 : 1)];
    }),
  );
}

function seatTable({ definition, seatDevices }: EventState, language: Language): SheetBlock {
  const words = openingWords[language];
  const shares = groupShares(definition);
  const groups = definition.groups.map(({ id, name }) => {
    const seats = definition.seats.filter(({ group }) => group === id);
    const paired = seats.filter((seat) => seatDevices[seat.id] !== undefined);
    return { id, name: name[language], seats: seats.length, paired: paired.length };
  });
  const number = { kind: 'number' } as const;
  const weightOf = (share: string | null) => (shares.size === 0 ? [] : [share]);
  return {
    kind: 'table',
    columns: [
      { name: words.group, content: { kind: 'text' } },
      ...(shares.size === 0 ? [] : [{ name: words.weight, content: number }]),
      { name: words.seatCount, content: number },
      { name: words.paired, content: number },
    ],
    rows: [
      ...groups.map(({ id, name, seats, paired }) => [
        name,
        ...weightOf(shares.get(id) ?? null),
        `${seats}`,
        `${paired}`,
      ]),
      [
        words.sum,
        ...weightOf(null),
        `${groups.reduce((sum, { seats }) => sum + seats, 0)}`,
        `${groups.reduce((sum, { paired }) => sum + paired, 0)}`,
      ],
    ],
  };
}

/** Every ballot of the scheme: who casts it, how, and how secretly. */
function ballotFacts({ scheme, groups }: EventDefinition, language: Language) {
  const words = openingWords[language];
  const { comma, clause } = sheetWords[language];
  const names = eventNames({ scheme, groups }, language);
  const apart = tieBreakBallots(scheme);
  const wayOf = (ballot: BallotType) =>
    apart.includes(ballot.id) ? 'tie-break' : isOnAllUnits(ballot) ? 'all-units' : 'per-unit';
  return scheme.ballots.map((ballot) => ({
    name: names.ballot(ballot.id),
    text: [
      ballot.groups?.map(names.group).join(comma) ?? words.everyGroup,
      words.casts[wayOf(ballot)],
      words.secrecies[ballot.secrecy],
    ].join(clause),
  }));
}

/** More than these are read in a table better than in a sentence. */
const mostNamed = 15;

/** The units in the order of appearance, division after division. */
function unitTable({ units, divisions }: EventDefinition, language: Language): SheetBlock {
  const words = openingWords[language];
  const text = { kind: 'text' } as const;
  const row = ({ code, name }: Unit, division: string | null) => [
    code,
    name[language],
    ...(divisions ? [division] : []),
  ];
  return {
    kind: 'table',
    columns: [
      { name: words.code, content: text },
      { name: words.units, content: text },
      ...(divisions ? [{ name: words.division, content: text }] : []),
    ],
    rows: divisions
      ? divisions.flatMap(({ id, name }) =>
          units.filter(({ division }) => division === id).map((unit) => row(unit, name[language])),
        )
      : units.map((unit) => row(unit, null)),
  };
}

/** 开场核验单: proves zero ballots, so it can't be made once a round has been opened, not even a voided one. */
export function openingSheet(source: SheetSource, language: Language): Result<Sheet, SheetRefusal> {
  const { state, head, clock } = source;
  const { definition } = state;
  const { scheme } = definition;
  if (state.roundOrder.length > 0) return err('opening-too-late');
  const words = openingWords[language];
  const { comma, clause, named } = sheetWords[language];
  const namesIn = (units: readonly Unit[]) => units.map(({ name }) => name[language]).join(comma);
  const names =
    definition.divisions
      ?.map(({ id, name }) =>
        named(name[language], namesIn(definition.units.filter(({ division }) => division === id))),
      )
      .join(clause) ?? namesIn(definition.units);
  const count = definition.units.length;
  const isLong = count > mostNamed;
  const blocks: readonly SheetBlock[] = [
    { kind: 'heading', text: words.zero },
    {
      kind: 'facts',
      facts: [
        { name: words.rounds, text: `${state.roundOrder.length}` },
        { name: words.ballots, text: `${storedBallots(state)}` },
        { name: words.result, text: words.noResult },
      ],
    },
    { kind: 'lines', lines: [words.statement(`${head.n}`)] },
    { kind: 'heading', text: words.seats },
    seatTable(state, language),
    {
      kind: 'lines',
      lines: [words.sumNote, ...(groupShares(definition).size === 0 ? [] : [words.weightNote])],
    },
    { kind: 'heading', text: words.rules },
    {
      kind: 'facts',
      facts: [
        {
          name: words.rules,
          text: words.rulesOf(nameIn(scheme.name, scheme.id)[language], scheme.id, `${scheme.version}`),
        },
        { name: words.hash, text: state.schemeHash },
        ...ballotFacts(definition, language),
        {
          name: words.units,
          text: isLong ? words.unitsBelow(`${count}`) : words.unitsOf(`${count}`, names),
        },
      ],
    },
    ...(isLong ? [unitTable(definition, language)] : []),
    { kind: 'heading', text: words.machine },
    {
      kind: 'facts',
      facts: [
        { name: words.event, text: definition.id },
        { name: words.wallClock, text: clock.time },
        { name: words.monotonic, text: words.monotonicOf(`${clock.monotonicMs}`) },
        { name: words.boot, text: clock.boot || words.noBoot },
      ],
    },
  ];
  return ok(
    sheetOf(source, language, {
      name: words.sheet,
      isOfResult: false,
      isWithoutChanges: true,
      blocks,
    }),
  );
}
