import {
  fieldName,
  type PaperPart,
  type PaperShape,
  reasonField,
  recusedField,
} from '../../shared/domain/ballot-paper.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { valueKeys } from '../../shared/domain/scoring/rules/value-keys.ts';
import type { UnitId } from '../../shared/kernel/brand.ts';
import { ballotFields } from '../../shared/views/ballot-fields.ts';
import type {
  AttemptView,
  BallotFormView,
  ChoiceView,
  CriterionView,
  UnitView,
} from '../../shared/views/view-sections.ts';

/** What stands on a paper, by field name. */
export type PaperValues = { readonly [field: string]: string };

/** A round's ballot paper as one seat has it before it: the ballots that it casts, and the units that it votes on. */
export type Paper = {
  readonly shape: PaperShape;
  /** Null where the paper holds all `units`. */
  readonly unit: UnitView | null;
  /** Only where the paper is about one attempt of the unit. */
  readonly attempt?: AttemptView;
  readonly units: readonly UnitView[];
  /** Printed, and not voted on by this seat. */
  readonly notOn: readonly UnitId[];
  readonly parts: readonly BallotType[];
};

type PaperForm = Pick<BallotFormView, 'unit' | 'attempt' | 'units' | 'parts'>;
type PaperSeat = { readonly casts?: readonly string[]; readonly notOn?: readonly UnitId[] };

/** The paper of a seat; of a seat that isn't told of yet, all that the form holds. */
export function paperOf(form: PaperForm, { casts, notOn }: PaperSeat): Paper {
  return {
    shape: { hasSeveralForms: form.parts.length > 1, isOnAllUnits: form.unit === null },
    unit: form.unit,
    ...(form.attempt && { attempt: form.attempt }),
    units: form.units,
    notOn: notOn ?? [],
    parts: form.parts.filter(({ id }) => casts?.includes(id) ?? true),
  };
}

/** Whether there is anything to fill in. */
export function hasTask({ parts, units, notOn }: Paper): boolean {
  return parts.length > 0 && units.some(({ id }) => !notOn.includes(id));
}

/** Whether all of it comes to one value: a total, a grade, a vote. */
export function hasOneValue({ parts, unit }: Paper): boolean {
  return parts.length === 1 && unit !== null;
}

export function isSecretPaper({ parts }: Pick<Paper, 'parts'>): boolean {
  return parts.some(({ secrecy }) => secrecy === 'anonymous');
}

export function fieldOn({ shape }: Paper, ballot: BallotType, unit: UnitId, key: string): string {
  return fieldName(shape, ballot.id, unit, key);
}

/** The paper as `paperFaults` takes it. */
export function partsOf({ parts, units, notOn }: Paper): readonly PaperPart[] {
  const voted = units.flatMap(({ id }) => (notOn.includes(id) ? [] : [id]));
  return parts.map((ballot) => ({ ballot, units: voted }));
}

export function isRecused(paper: Paper, ballot: BallotType, unit: UnitId, values: PaperValues): boolean {
  return values[fieldOn(paper, ballot, unit, recusedField)] === 'yes';
}

/** The units of a ballot that take marks: neither taken out by the host nor by the card's holder. */
export function openUnits(paper: Paper, ballot: BallotType, values: PaperValues): readonly UnitView[] {
  return paper.units.filter(({ id }) => !paper.notOn.includes(id) && !isRecused(paper, ballot, id, values));
}

/** A place for one number. */
export type MarkCell = CriterionView & {
  readonly ballot: string;
  readonly unit: UnitView;
  /** The number is a place. */
  readonly isPlace: boolean;
};

/** What a ballot asks for on each unit; a ballot that compares units is filled in as a whole. */
export type Asked =
  | { readonly kind: 'marks'; readonly criteria: readonly CriterionView[] }
  | { readonly kind: 'choice'; readonly choice: ChoiceView }
  | { readonly kind: 'ranking' }
  | { readonly kind: 'names'; readonly atLeast: number; readonly atMost: number };

export function askedOf(ballot: BallotType): Asked {
  switch (ballot.kind) {
    case 'ranking':
      return { kind: 'ranking' };
    case 'approval':
      return { kind: 'names', atLeast: ballot.atLeast, atMost: ballot.atMost };
    case 'winner':
      return { kind: 'names', atLeast: 1, atMost: 1 };
    default: {
      const { criteria, choice } = ballotFields(ballot);
      return choice ? { kind: 'choice', choice } : { kind: 'marks', criteria };
    }
  }
}

/** Every place for a number that is open, in the order in which they are filled in; `id` is the field's name. */
export function cellsOf(paper: Paper, values: PaperValues): readonly MarkCell[] {
  return paper.parts.flatMap((ballot) => {
    const asked = askedOf(ballot);
    if (asked.kind !== 'marks') return [];
    return openUnits(paper, ballot, values).flatMap((unit) =>
      asked.criteria.map((criterion) => ({
        ...criterion,
        id: fieldOn(paper, ballot, unit.id, criterion.id),
        // One number for each unit goes by the unit's name.
        name: paper.unit === null && asked.criteria.length === 1 ? unit.name : criterion.name,
        ballot: ballot.id,
        unit,
        isPlace: ballot.kind === 'placement',
      })),
    );
  });
}

function canStand(ballot: BallotType, text: string): boolean {
  switch (ballot.kind) {
    case 'grades':
      return ballot.grades.some(({ id }) => id === text);
    case 'yes-no':
      return text === 'yes' || text === 'no' || text === 'abstain';
    case 'approval':
    case 'winner':
      return text === 'yes' || text === 'no';
    default:
      return text !== '';
  }
}

/** What of earlier values this paper still takes; numbers out of their range are left to whoever types them. */
export function usableValues(paper: Paper, values: PaperValues): PaperValues {
  const kept: { [field: string]: string } = {};
  for (const { ballot, units } of partsOf(paper)) {
    for (const unit of units) {
      const recused = fieldOn(paper, ballot, unit, recusedField);
      if (values[recused] === 'yes' && ballot.secrecy === 'anonymous') {
        kept[recused] = 'yes';
        continue;
      }
      const reason = fieldOn(paper, ballot, unit, reasonField);
      if (values[reason]) kept[reason] = values[reason];
      for (const key of valueKeys(ballot)) {
        const field = fieldOn(paper, ballot, unit, key);
        const text = values[field] ?? '';
        if (canStand(ballot, text)) kept[field] = text;
      }
    }
    if (ballot.kind === 'ranking')
      Object.assign(kept, placesAs(paper, ballot, rankedUnits(paper, ballot, kept)));
  }
  return kept;
}

function without(values: PaperValues, fields: readonly string[]): PaperValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));
}

/** The values with one field written, or taken away by an empty text. */
export function withField(values: PaperValues, field: string, text: string): PaperValues {
  return text === '' ? without(values, [field]) : { ...values, [field]: text };
}

/** The units that have a place, best first. */
export function rankedUnits(paper: Paper, ballot: BallotType, values: PaperValues): readonly UnitId[] {
  const placed = openUnits(paper, ballot, values).flatMap(({ id }) => {
    const place = Number(values[fieldOn(paper, ballot, id, 'place')] ?? '');
    return Number.isInteger(place) && place > 0 ? [{ id, place }] : [];
  });
  return placed.sort((a, b) => a.place - b.place).map(({ id }) => id);
}

function placesAs(paper: Paper, ballot: BallotType, best: readonly UnitId[]): PaperValues {
  return Object.fromEntries(best.map((unit, n) => [fieldOn(paper, ballot, unit, 'place'), `${n + 1}`]));
}

/** The values with these places alone, so that neither a gap nor a place twice can come about. */
export function withRanking(
  paper: Paper,
  ballot: BallotType,
  values: PaperValues,
  best: readonly UnitId[],
): PaperValues {
  const places = paper.units.map(({ id }) => fieldOn(paper, ballot, id, 'place'));
  return { ...without(values, places), ...placesAs(paper, ballot, best) };
}

/** The units named on an approval or winner ballot. */
export function namedUnits(paper: Paper, ballot: BallotType, values: PaperValues): readonly UnitId[] {
  return openUnits(paper, ballot, values).flatMap(({ id }) =>
    values[fieldOn(paper, ballot, id, 'vote')] === 'yes' ? [id] : [],
  );
}

/** The values with the card's holder recused from a unit on every secret ballot, or no longer. */
export function withRecusal(paper: Paper, values: PaperValues, unit: UnitId, recused: boolean): PaperValues {
  let after = values;
  for (const ballot of paper.parts.filter(({ secrecy }) => secrecy === 'anonymous')) {
    const written = [...valueKeys(ballot), reasonField].map((key) => fieldOn(paper, ballot, unit, key));
    after = without(after, written);
    after = withField(after, fieldOn(paper, ballot, unit, recusedField), recused ? 'yes' : '');
    if (ballot.kind === 'ranking')
      after = withRanking(paper, ballot, after, rankedUnits(paper, ballot, after));
  }
  return after;
}
