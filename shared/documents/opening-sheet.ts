import { nameIn } from '../domain/scoring/rules/names.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ruleView } from '../views/build-common.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
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

function seatTable({ definition, seatDevices }: EventState, language: Language): SheetBlock {
  const words = openingWords[language];
  const shares = new Map(
    ruleView(definition).groups.map(({ name, percent }) => [name[language], percent] as const),
  );
  const groups = definition.groups.map(({ id, name }) => {
    const seats = definition.seats.filter(({ group }) => group === id);
    const paired = seats.filter((seat) => seatDevices[seat.id] !== undefined);
    return { name: name[language], seats: seats.length, paired: paired.length };
  });
  const whole = { kind: 'number', decimals: 0 } as const;
  return {
    kind: 'table',
    columns: [
      { name: words.group, content: { kind: 'text' } },
      { name: words.weight, content: { kind: 'text' } },
      { name: words.seatCount, content: whole },
      { name: words.paired, content: whole },
    ],
    rows: [
      ...groups.map(({ name, seats, paired }) => [name, shares.get(name) ?? null, `${seats}`, `${paired}`]),
      [
        words.sum,
        null,
        `${groups.reduce((sum, { seats }) => sum + seats, 0)}`,
        `${groups.reduce((sum, { paired }) => sum + paired, 0)}`,
      ],
    ],
  };
}

/** 开场核验单: proves zero ballots, so it can't be made once a round has been opened, not even a voided one. */
export function openingSheet(source: SheetSource, language: Language): Result<Sheet, SheetRefusal> {
  const { state, head, clock } = source;
  const { definition } = state;
  const { scheme } = definition;
  if (state.roundOrder.length > 0) return err('opening-too-late');
  const words = openingWords[language];
  const { comma } = sheetWords[language];
  const names = definition.units.map(({ name }) => name[language]).join(comma);
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
    { kind: 'lines', lines: [words.sumNote] },
    { kind: 'heading', text: words.rules },
    {
      kind: 'facts',
      facts: [
        {
          name: words.rules,
          text: words.rulesOf(nameIn(scheme.name, scheme.id)[language], scheme.id, `${scheme.version}`),
        },
        { name: words.hash, text: state.schemeHash },
        { name: words.units, text: words.unitsOf(`${definition.units.length}`, names) },
      ],
    },
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
