import type { DivisionId, EventId, GroupId, Milliseconds, SeatId, StepId, UnitId } from '../kernel/brand.ts';
import type { Language, LocalText } from '../kernel/language.ts';
import type { AttemptRef } from './attempts.ts';
import type { BallotMark } from './ballot.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';

/** A highlight, shortcoming or measure of a unit's exam paper (答卷). */
export type DossierLine = {
  readonly kind: 'highlight' | 'shortcoming' | 'measure';
  readonly text: LocalText;
};

export type ProjectCard = { readonly title: LocalText; readonly fact: LocalText; readonly source: string };

/** One participating unit (参赛单位), in the order of appearance. */
export type Unit = {
  readonly id: UnitId;
  readonly code: string;
  readonly name: LocalText;
  /** Only in an event with divisions. */
  readonly division?: DivisionId | undefined;
  /** The post of who speaks; never a name. */
  readonly post: LocalText;
  readonly dossier: readonly DossierLine[];
  readonly projects: readonly ProjectCard[];
};

/** Units that are ranked and awarded among themselves (组别), apart from those of the others. */
export type Division = { readonly id: DivisionId; readonly name: LocalText };

export type PanelGroup = { readonly id: GroupId; readonly name: LocalText };

/** One place on the panel (评议席): one seat, one live device. */
export type Seat = { readonly id: SeatId; readonly number: number; readonly group: GroupId };

/** One of the attempts that every unit makes (第一跳): a jump, a dive, a timed run. */
export type Attempt = { readonly id: string; readonly name: LocalText };

export type IndicatorValue = { readonly unit: UnitId; readonly value: string; readonly source: string };

/** One indicator over all units; a unit without a value is 未公布. */
export type Indicator = {
  readonly code: string;
  readonly name: LocalText;
  readonly measure: LocalText;
  readonly better: 'higher' | 'lower';
  readonly period: string;
  readonly values: readonly IndicatorValue[];
};

export const sceneNames = [
  'checkin',
  'title_rules',
  'indicator_ranks',
  'township_board',
  'project_film',
  'problem_film',
  'speaker_timer',
  'question_card',
  'answer_timer',
  'ballot_progress',
  'counting',
  'satisfaction_result',
  'result_ranks',
  'score_reveal',
  'comment_card',
  'commitment_wall',
  'red_black',
  'quadrant',
  'batch_board',
  'closeout',
  'award',
  'title_quiet',
  'handover_qr',
  'blackout',
  'lots',
  'rule_card',
  'message',
] as const;

/** A scene of the wall, under the name that agenda templates use. */
export type SceneName = (typeof sceneNames)[number];

export type BellPlan = 'speech' | 'answer' | 'ballot';

/** `down` counts a limit away, `up` counts from zero, `none` has only a planned length. */
export type StepTimer = { readonly kind: 'down' | 'up' | 'none'; readonly plannedMs: Milliseconds };

/** One step of the expanded agenda: groups of a template are already repeated for each unit. */
export type Step = {
  readonly id: StepId;
  /** The step of the template, such as `A4b`. */
  readonly template: string;
  readonly name: LocalText;
  readonly who: LocalText;
  readonly timer: StepTimer;
  readonly bells: BellPlan | null;
  readonly scene: SceneName;
  /** The unit the step is about; null for steps that run once. */
  readonly unit: UnitId | null;
  /** The attempt of the unit that the step is about: the one that its round is on, or the one on stage. */
  readonly attempt?: AttemptRef | undefined;
  /** Steps of one unit's turn share this; null outside turns. */
  readonly turn: string | null;
  readonly round: 'opens' | 'locks' | null;
  /** The ballots of the scheme that its round is about; the usual ones where left out. */
  readonly forms?: readonly string[] | undefined;
  /** What the step does with the whole result. */
  readonly result: 'counts' | 'releases' | null;
  /** Runs beside the next step and never takes the wall. */
  readonly isBackground: boolean;
};

/** Where an earlier stage ended: the event, the end of its log, and the figures that its release published. */
export type StageSource = {
  readonly event: EventId;
  readonly title: LocalText;
  readonly sitting: LocalText;
  /** The last entry of the log, and its SHA-256. */
  readonly head: { readonly n: number; readonly hash: string };
  /** SHA-256 of the figures' canonical text. */
  readonly figures: string;
};

/** Who went on from an earlier stage, and the numbers that each carries here: decimal text, or a fraction `n/d`. */
export type EarlierStage = {
  readonly from: StageSource;
  readonly entrants: readonly {
    readonly unit: UnitId;
    /** By measure of the scheme; null for a unit that went on without a value. */
    readonly carried?: { readonly [measure: string]: string | null } | undefined;
  }[];
};

/** What ballots of this event are marked with. */
export function ballotMark(definition: Pick<EventDefinition, 'isDemo'>): BallotMark {
  return definition.isDemo ? 'demo' : 'live';
}

/** Everything fixed before the event starts. Plain JSON; parsed by `event-definition-schema.ts`. */
export type EventDefinition = {
  readonly id: EventId;
  readonly title: LocalText;
  /** The arena or kind of contest, for the wall's head line. */
  readonly arena: LocalText;
  /** Which sitting: 2019 年第一场. */
  readonly sitting: LocalText;
  readonly isDemo: boolean;
  /** The wall's language; the operator's own doesn't change it. */
  readonly wallLanguage: Language;
  /** In the order in which they are revealed and printed; every unit is in one. None where left out. */
  readonly divisions?: readonly Division[] | undefined;
  readonly units: readonly Unit[];
  /** Where the units come from, if from earlier stages. */
  readonly earlierStages?: readonly EarlierStage[] | undefined;
  readonly groups: readonly PanelGroup[];
  readonly seats: readonly Seat[];
  readonly scheme: ScoringScheme;
  readonly indicators: readonly Indicator[];
  /** The attempts of each list that nodes of the scheme name as `each`, in the order in which they are made. */
  readonly attempts?: { readonly [list: string]: readonly Attempt[] } | undefined;
  readonly agenda: readonly Step[];
  /** The host locks a round by itself when its countdown has run out and nobody is missing; it doesn't where left out. */
  readonly locksAtZero?: boolean | undefined;
  /** Roles of the signature block, in its order; the usual ones (`signatureRoles`) where left out. */
  readonly signatures?: readonly LocalText[] | undefined;
};
