declare const brandOf: unique symbol;

/** A primitive that can't be confused with another of the same type. Made only where data is parsed. */
export type Brand<Base, Name extends string> = Base & { readonly [brandOf]: Name };

export type EventId = Brand<string, 'EventId'>;
export type SeatId = Brand<string, 'SeatId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type DivisionId = Brand<string, 'DivisionId'>;
export type UnitId = Brand<string, 'UnitId'>;
export type RoundId = Brand<string, 'RoundId'>;
export type StepId = Brand<string, 'StepId'>;
export type CriterionId = Brand<string, 'CriterionId'>;

/** A point on the host's monotonic clock, in whole milliseconds; comparable only within one boot. */
export type Instant = Brand<number, 'Instant'>;
/** A span of time in whole milliseconds; negative where a span may run backwards. */
export type Milliseconds = Brand<number, 'Milliseconds'>;
/** A wall-clock time in whole milliseconds since 1970 UTC, for display and the record only. */
export type WallTime = Brand<number, 'WallTime'>;
/** The number of a log entry, from 0; where an event has several versions, counted on through their logs. */
export type LogPosition = Brand<number, 'LogPosition'>;

export const seatId = (text: string): SeatId => text as SeatId;
export const groupId = (text: string): GroupId => text as GroupId;
export const divisionId = (text: string): DivisionId => text as DivisionId;
export const unitId = (text: string): UnitId => text as UnitId;
export const roundId = (text: string): RoundId => text as RoundId;
export const stepId = (text: string): StepId => text as StepId;
export const eventId = (text: string): EventId => text as EventId;
export const criterionId = (text: string): CriterionId => text as CriterionId;
export const instant = (ms: number): Instant => ms as Instant;
export const milliseconds = (ms: number): Milliseconds => ms as Milliseconds;
export const wallTime = (ms: number): WallTime => ms as WallTime;
export const logPosition = (n: number): LogPosition => n as LogPosition;
