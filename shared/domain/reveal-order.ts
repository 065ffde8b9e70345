import type { DivisionId } from '../kernel/brand.ts';
import type { Figures, UnitFigure } from './scoring/figures.ts';

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
};

// DIVISION-4
/** What stands on the wall once `revealed` places in all are shown: one division, never two. */
export function revealStage({ units }: Pick<Figures, 'units'>, revealed: number): RevealStage {
  const divisions = figuresByDivision(units).filter((own) => rankedUnits(own).length > 0);
  let before = 0;
  for (const [n, inHand] of divisions.entries()) {
    const ranked = rankedUnits(inHand);
    if (revealed <= before + ranked.length || n === divisions.length - 1) {
      const count = Math.max(0, revealed - before);
      return { inHand, ranked, shown: count === 0 ? [] : ranked.slice(-count) };
    }
    before += ranked.length;
  }
  return { inHand: { division: null, units }, ranked: [], shown: [] };
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
