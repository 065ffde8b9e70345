import { attemptLists, attemptsOf } from '../domain/attempts.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures, UnitFigure } from '../domain/scoring/figures.ts';
import { indicatorList } from '../domain/scoring/indicator-items.ts';
import { groupParts } from '../domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../domain/scoring/rules/calculate.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import { type Language, type LocalText, localText } from '../kernel/language.ts';
import { rationalText } from '../kernel/rational.ts';
import { eventNames } from './event-names.ts';
import { ruleLine } from './rule-line.ts';
import { sheetMarks } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';
import { struckOf } from './struck-ballots.ts';
import { partValue, totalParts } from './total-parts.ts';

/** Which seats gave the extremes stays in the event file: an export says only how many were struck. */
function groupsOf({ scheme }: EventDefinition, calculation: Calculation | null, figure: UnitFigure) {
  const parts = groupParts(planScheme(scheme));
  return figure.groups.map(({ group, exactMean, mean, ballots, struck }) => {
    const node = parts.find((part) => part.group === group)?.node;
    const count = node ? struckOf(scheme, calculation, node, figure.unit, struck) : `${struck.length}`;
    return { group, exactMean, mean, ballots, struck: count === null ? null : Number(count) };
  });
}

/** A name in every language. */
function nodeName(definition: EventDefinition, node: string): LocalText {
  const say = (language: Language) => eventNames(definition, language).node(node);
  return localText(say('zh-Hans'), say('zh-Hant'), say('en'));
}

/** What a unit's total is put together from; `value` as printed, `exact` as `n/d`. */
function partsOf(definition: EventDefinition, calculation: Calculation, unit: string) {
  return totalParts(calculation.plan).map((part) => {
    const value = calculation.nodeValue(part.node, unit);
    return {
      node: part.node,
      name: nodeName(definition, part.node),
      factor: part.factor,
      value: partValue(calculation, part, unit),
      exact: value.kind === 'value' ? rationalText(value.value) : null,
    };
  });
}

/** What stands beside the ballots of a unit; nothing of the ballots themselves. */
function besideOf(definition: EventDefinition, calculation: Calculation, unit: string) {
  const own = calculation.contest.units.find((entry) => entry.unit === unit);
  const items = own?.items?.[indicatorList] ?? [];
  const attempts = attemptLists(definition.scheme).map((list) => [
    list,
    attemptsOf(definition, list).map(({ id, name }) => ({
      id,
      name,
      measures: own?.items?.[list]?.find((item) => item.id === id)?.measures ?? {},
    })),
  ]);
  return {
    parts: partsOf(definition, calculation, unit),
    measures: own?.measures ?? {},
    ...(attempts.length > 0 && { attempts: Object.fromEntries(attempts) }),
    adjustments: own?.adjustments ?? [],
    indicators: items.map(({ id, measures }) => ({ code: id, ...measures })),
  };
}

function unitOf(definition: EventDefinition, calculation: Calculation | null, figure: UnitFigure) {
  const unit = definition.units.find((candidate) => candidate.id === figure.unit);
  return {
    ...figure,
    code: unit?.code ?? null,
    name: unit?.name ?? null,
    groups: groupsOf(definition, calculation, figure),
    ...(calculation && besideOf(definition, calculation, figure.unit)),
  };
}

/** Figures that stand beside those of this result, as far as they are known by themselves. */
function formerOf(definition: EventDefinition, figures: Figures | null | undefined) {
  if (!figures) return null;
  const { engine, schemeHash, awards, units } = figures;
  return { engine, schemeHash, awards, units: units.map((figure) => unitOf(definition, null, figure)) };
}

/** Who signed the figures, and what was objected to them. */
function signedOf(result: FigureSource['state']['result']) {
  if (result.kind === 'none') return {};
  const { coSigned, objection } = result;
  return {
    coSigned: coSigned ? { screen: coSigned.screen, figures: coSigned.figures } : null,
    objection: objection ? { reason: objection.reason, overridden: objection.overridden } : null,
    /** The chair's device; null where the operator released with the chair's consent. */
    ...(result.kind === 'released' && { releasedBy: result.releasedBy ?? null }),
  };
}

/**
 * A result for other programs, as UTF-8 JSON text. Numbers of the result are text: `total` as published,
 * `exactTotal` as `n/d`. `language` is that of the marks and the rule line; names are there in all three.
 */
export function resultJson(
  { state, head, contest, changes, clock, program }: FigureSource,
  figures: Figures,
  language: Language,
): string {
  const { definition, result, sameMachine, versions = [], attachments = [], entrants = null } = state;
  const { id, title, arena, sitting, isDemo, divisions, earlierStages, groups, seats, scheme } = definition;
  const calculation = contest ? calculator(scheme)(contest) : null;
  const document = {
    format: 'leitai-result',
    version: 1,
    status: result.kind,
    made: clock.time,
    program,
    marks: sheetMarks(state, true, language),
    ...signedOf(result),
    ...(sameMachine?.hasSigned && { isSameMachine: true }),
    event: {
      id,
      title,
      arena,
      sitting,
      isDemo,
      ...(divisions && { divisions }),
      ...(earlierStages && { earlierStages }),
      groups: groups.map((group) => ({
        ...group,
        seats: seats.filter((seat) => seat.group === group.id).length,
      })),
    },
    scheme,
    rule: ruleLine(definition, language),
    figures: {
      engine: figures.engine,
      schemeHash: figures.schemeHash,
      awards: figures.awards,
      units: figures.units.map((figure) => unitOf(definition, calculation, figure)),
    },
    ...(calculation && {
      facts: calculation.contest.facts ?? {},
      tieDecisions: calculation.contest.decisions ?? [],
    }),
    ...(entrants && { entrants }),
    /** By the rules before they were changed. */
    formerly: formerOf(definition, result.kind === 'none' ? null : result.formerly),
    changes,
    /** Photos of the signed protocol; their bytes lie in the event file under their hash. */
    attachments: attachments.map(({ name, type, bytes, hash, count }) => ({
      name,
      type,
      bytes,
      hash,
      count,
    })),
    head: { n: head.n, hash: head.hash },
    /** Each with the result of the version that it supersedes. */
    versions: versions.map(({ version, supersedes, orderedBy, reason, formerly }) => ({
      version,
      supersedes,
      orderedBy,
      reason,
      formerly: formerOf(definition, formerly),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
