import type { BallotMark } from '../domain/ballot.ts';
import type { CurtainKind } from '../domain/curtain.ts';
import type { BellPlan } from '../domain/event-definition.ts';
import type { BallotType, ValidityRule } from '../domain/scoring/rules/ballot-type.ts';
import type { Timer } from '../domain/timer.ts';
import type { RoundId, SeatId, UnitId } from '../kernel/brand.ts';
import type { Language, LocalText } from '../kernel/language.ts';

/** What every screen may know about the event. */
export type EventView = {
  readonly id: string;
  readonly title: LocalText;
  readonly arena: LocalText;
  readonly sitting: LocalText;
  readonly isDemo: boolean;
  readonly wallLanguage: Language;
};

/** The clock of the step on stage, with the remaining times at which it rings (ms; negative = overtime). */
export type TimerView = {
  readonly timer: Timer;
  readonly bells: BellPlan | null;
  readonly bellsAtMs: readonly number[];
};

/** Which of the units: the 6th of 13. */
export type PositionView = { readonly index: number; readonly total: number };

/** One of the attempts that every unit makes. */
export type AttemptView = { readonly list: string; readonly id: string; readonly name: LocalText };

export type UnitView = { readonly id: UnitId; readonly name: LocalText };

export type GroupCountView = {
  readonly name: LocalText;
  readonly submitted: number;
  readonly expected: number;
};

/** Declared public: how many ballots are in. Counts only, never which. */
export type CountsView = {
  readonly submitted: number;
  readonly expected: number;
  readonly groups: readonly GroupCountView[];
};

export type RankingRow = {
  /** 1 and how many units stand before it. */
  readonly rank: number;
  /** As shown: `3`, or `3.5` where equal units share the mean place. */
  readonly place: string;
  readonly isShared: boolean;
  readonly unit: LocalText;
  /** Empty where totals aren't published. */
  readonly total: string;
  /** One text per group of the rule, where their means are published; null where the group had no counted ballot. */
  readonly groupMeans: readonly (string | null)[];
};

export type RuleView = {
  readonly groups: readonly { readonly name: LocalText; readonly percent: string }[];
  readonly trim: { readonly high: number; readonly low: number; readonly fromCount: number } | null;
  /** Of the total; null where the scheme doesn't round it. */
  readonly decimals: number | null;
  readonly ties: readonly TieView[];
  /** What the scheme lets the hall see besides the places. */
  readonly shows: { readonly totals: boolean; readonly groupMeans: boolean };
};

/** One rule of the tie chain: a group's mean, a node's value, or what it does. */
export type TieView =
  | { readonly kind: 'group' | 'node'; readonly name: LocalText }
  | { readonly kind: 'decimals' | 'count-back' | 'decision' };

/** Why a unit has no place, or no total. */
export type NoResult = 'did-not-finish' | 'not-called' | 'withdrew' | 'disqualified' | 'no-result';

export type RankingScene = {
  readonly kind: 'ranking';
  /** Whose places these are; not there in an event without divisions. */
  readonly division?: LocalText;
  readonly rule: RuleView;
  /** How many ranked places there are in all, of the division; rows not yet revealed aren't here in any form. */
  readonly places: number;
  /** Revealed rows, best first. */
  readonly rows: readonly RankingRow[];
  /** The row revealed last, as an index of `rows`; null once all stand. */
  readonly latest: number | null;
  /** Units without a rank and why, only once all ranks are revealed. */
  readonly unranked: readonly { readonly unit: LocalText; readonly why: NoResult }[];
  /** Divisions in which nobody has a place, only once the places of all the others are revealed; never empty. */
  readonly withoutPlaces?: readonly LocalText[];
};

/** One picture of the wall. A scene that isn't built yet is a `title` with the step's name. */
export type SceneView =
  | {
      readonly kind: 'title';
      readonly stepName: LocalText | null;
      readonly unit: UnitView | null;
      /** Only where the step is about one attempt of the unit. */
      readonly attempt?: AttemptView;
      /** What is judged (比质量 …), for the foot line of the opening. */
      readonly criteria?: readonly LocalText[];
    }
  | {
      readonly kind: 'speaker';
      readonly stepName: LocalText;
      readonly unit: UnitView;
      readonly attempt?: AttemptView;
      readonly post: LocalText;
      readonly position: PositionView;
      readonly lines: readonly {
        readonly kind: 'highlight' | 'shortcoming' | 'measure';
        readonly text: LocalText;
      }[];
    }
  | {
      readonly kind: 'ballot';
      readonly stepName: LocalText;
      /** Both null where one ballot paper holds all units. */
      readonly unit: UnitView | null;
      readonly attempt?: AttemptView;
      readonly position: PositionView | null;
      readonly state: 'waiting' | 'open' | 'locked';
      /** The counts at a freeze are those of the picture; otherwise the live `counts` section. */
    }
  | RankingScene;

/** The programme of the wall: what every hall screen shows. */
export type ProjectorView = {
  readonly event: EventView;
  readonly scene: SceneView;
  readonly timer: TimerView;
  readonly counts: CountsView | null;
  readonly curtain: CurtainKind;
  /** How often the operator rang the bell by hand since the host started; a rise is one ring. */
  readonly bell: number;
};

export type PrompterView = {
  readonly event: EventView;
  readonly stage: {
    readonly stepName: LocalText | null;
    readonly unit: UnitView | null;
    readonly attempt?: AttemptView;
  };
  readonly timer: TimerView;
  readonly message: { readonly id: number; readonly text: string; readonly isAcknowledged: boolean } | null;
};

/** What one ballot asks for. */
export type BallotFieldsView = {
  /** Rows to fill with numbers; none on a ballot of one choice. */
  readonly criteria: readonly CriterionView[];
  /** The one choice of a ballot by grade or of yes and no; null on a ballot of numbers. */
  readonly choice: ChoiceView | null;
  /** Limits on the whole ballot, such as how many may be in a grade; each row's range is its own. */
  readonly validity: readonly ValidityRule[];
};

export type BallotFormView = {
  readonly round: RoundId;
  readonly opening: number;
  /** Null where one ballot paper holds all `units`. */
  readonly unit: UnitView | null;
  /** Only where it is about one attempt of the unit. */
  readonly attempt?: AttemptView;
  readonly units: readonly UnitView[];
  /** The ballots of the paper, in order; a seat casts those of its group (`casts`). */
  readonly parts: readonly BallotType[];
  readonly state: 'open' | 'locked';
  /** Hash of the scheme, signed with each ballot. */
  readonly schemeHash: string;
  /** Signed with each ballot. */
  readonly mark: BallotMark;
};

export type CriterionView = {
  readonly id: string;
  readonly name: LocalText;
  readonly minimum: string;
  readonly maximum: string;
  readonly step: string;
  /** What the mark is multiplied by in the total. */
  readonly factor: string;
};

export type ChoiceView = {
  /** The key of the vote's value. */
  readonly id: 'grade' | 'vote';
  /** Null: the page's own words for `yes`, `no` and `abstain`. */
  readonly options: readonly { readonly id: string; readonly name: LocalText | null }[];
};

/** This seat's own ballot as the host stored it. */
export type StoredBallotView = {
  readonly round: RoundId;
  readonly opening: number;
  readonly ballotNumber: number;
  /** By field of the paper: marks as decimal text, a grade's id, `yes` or `no`. */
  readonly values: { readonly [key: string]: string };
  /** The judge's total of a ballot of numbers on one unit; empty on any other. */
  readonly total: string;
  readonly code: string;
  /** The exact string that the device signed. */
  readonly signed: string;
};

/** Sections shared by all seats. */
export type PanelView = {
  readonly event: EventView;
  readonly stage: {
    readonly stepName: LocalText | null;
    readonly unit: UnitView | null;
    readonly attempt?: AttemptView;
    readonly position: PositionView | null;
    /** What a panelist does now. */
    readonly task: 'wait-for-start' | 'listen' | 'score' | 'locked' | 'ended';
  };
  readonly timer: TimerView;
  /** The paper of the unit on stage, or the one that was opened last. */
  readonly ballot: BallotFormView | null;
  /** Papers of other units that are still open, in the order of opening. */
  readonly keptOpen: readonly BallotFormView[];
};

/** What one seat has to do with one paper. */
export type SeatPaperView = {
  readonly mine: StoredBallotView | null;
  /** Why this seat casts no electronic ballot in the round, or while it is away in none; null where it may. */
  readonly barred: 'absent' | 'excluded' | 'paper' | 'recused' | 'away' | null;
  /** The ballots of the paper that this seat casts, by id. */
  readonly casts: readonly string[];
  /** Units of the paper that this seat may not vote on. */
  readonly notOn: readonly UnitId[];
  /** Marks given back to this seat for the round: to be confirmed before they count. */
  readonly draft: BallotDraftView | null;
};

/** Sections of one seat alone: itself, the paper `ballot`, and those `keptOpen`, in the same order. */
export type SeatView = SeatPaperView & {
  readonly seat: {
    readonly id: SeatId;
    readonly number: number;
    readonly group: LocalText;
    readonly device: number;
    /** All that the seat casts is secret (无记名): it is a card, which nobody is told by. */
    readonly isCard: boolean;
  };
  /** Wall time since when this seat is marked away; null where it isn't. */
  readonly awaySince: number | null;
  readonly ownKept: readonly SeatPaperView[];
};

export type BallotDraftView = {
  readonly round: RoundId;
  readonly values: { readonly [key: string]: string };
  /** `returned`: the operator gave the ballot back; else they were given in a round of that other unit. */
  readonly from: { readonly kind: 'returned' } | { readonly kind: 'moved'; readonly unit: LocalText };
};
