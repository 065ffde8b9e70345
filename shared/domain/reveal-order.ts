import type { DivisionId } from '../kernel/brand.ts';
import type { Figures, UnitFigure } from './scoring/figures.ts';
import type { EventState } from './state.ts';

/** The figures of one division, in ranked order; `division` is null in an event without any. */
type DivisionFigures = {
  readonly division: DivisionId | null;
  readonly units: readonly UnitFigure[];
};

/** The units of the figures division after division. */
export function figuresByDivision(units: readonly UnitFigure[]): readonly DivisionFigures[] {
  const divisions = [...new Set(units.map(({ division = null }) => division))];
  return divisions.map((division) => ({
    division,
    units: units.filter((unit) => (unit.division ?? null) === division),
  }));
}

/** Ranked units, division after division, best first. */
export function rankedUnits({ units }: Pick<Figures, 'units'>): readonly UnitFigure[] {
  return units.filter(({ rank }) => rank !== null);
}

// DIVISION-4
/** Ranked units as the hall gets to see them: division after division, each from its last place to its first. */
export function revealOrder({ units }: Pick<Figures, 'units'>): readonly UnitFigure[] {
  return figuresByDivision(rankedUnits({ units })).flatMap((own) => [...own.units].reverse());
}

type RevealStage = {
  /** The division on the wall: the one that the last step was in, or the first. Without places where no unit has one. */
  readonly inHand: DivisionFigures;
  /** Its ranked units that are shown, best first. */
  readonly shown: readonly UnitFigure[];
  /** All ranked units of the division on the wall, best first. */
  readonly ranked: readonly UnitFigure[];
  /** Divisions in which nobody has a place: they have no turn, and are named once every place is shown. */
  readonly withoutPlaces: readonly DivisionId[];
};

// DIVISION-4
/** What stands on the wall once `revealed` places in all are shown: one division, never two. */
export function revealStage({ units }: Pick<Figures, 'units'>, revealed: number): RevealStage {
  const all = figuresByDivision(units);
  const divisions = all.filter((own) => rankedUnits(own).length > 0);
  const withoutPlaces = all.flatMap((own) =>
    own.division !== null && rankedUnits(own).length === 0 ? [own.division] : [],
  );
  let before = 0;
  for (const [n, inHand] of divisions.entries()) {
    const ranked = rankedUnits(inHand);
    const isLast = n === divisions.length - 1;
    if (revealed <= before + ranked.length || isLast) {
      const count = Math.max(0, revealed - before);
      const shown = count === 0 ? [] : ranked.slice(-count);
      return {
        inHand,
        ranked,
        shown,
        withoutPlaces: isLast && shown.length === ranked.length ? withoutPlaces : [],
      };
    }
    before += ranked.length;
  }
  return { inHand: { division: null, units }, ranked: [], shown: [], withoutPlaces: [] };
}

// DIVISION-4
/** How many places are shown once the division in hand is: the one being revealed, or the next after a whole one. */
export function revealedWithDivision(figures: Pick<Figures, 'units'>, revealed: number): number {
  const order = revealOrder(figures);
  const next = order[revealed];
  if (!next) return order.length;
  const after = order.findIndex(({ division }, n) => n > revealed && division !== next.division);
  return after < 0 ? order.length : after;
}

/** What the hall has of the division that the next press is in; of the last one once all places stand. */
type RevealInHand = {
  readonly division: DivisionId | null;
  /** How many ranked places it has. */
  readonly places: number;
  /** Those of it that are shown, as the hall saw them: last place first. */
  readonly shown: readonly UnitFigure[];
  /** What the next press shows. */
  readonly next: UnitFigure | null;
  /** How many of its places are hidden after that, and how many of all divisions. */
  readonly hidden: number;
  readonly hiddenInAll: number;
};

// DIVISION-4
/** Where a reveal stands once `revealed` places in all are shown. */
export function revealInHand(figures: Pick<Figures, 'units'>, revealed: number): RevealInHand {
  const order = revealOrder(figures);
  const next = order[revealed] ?? null;
  const division = (next ?? order[order.length - 1])?.division ?? null;
  const isInHand = (unit: UnitFigure) => (unit.division ?? null) === division;
  const places = order.filter(isInHand).length;
  const shown = order.slice(0, revealed).filter(isInHand);
  return {
    division,
    places,
    shown,
    next,
    hidden: next ? places - shown.length - 1 : 0,
    hiddenInAll: next ? order.length - revealed - 1 : 0,
  };
}

// REVEAL-5
/** Whether nothing of the result is held back any more: every place stands on the wall, or the event is closed. */
export function isAllShown({ phase, result }: Pick<EventState, 'phase' | 'result'>): boolean {
  if (result.kind !== 'released') return false;
  return phase === 'closed' || result.revealed >= rankedUnits(result.figures).length;
}
