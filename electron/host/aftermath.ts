import type { DomainEvent, RecordedEvent } from '../../shared/domain/events.ts';
import type { Session } from './lan/session.ts';
import type { EventFile } from './log/event-file.ts';

type Parts = {
  readonly file: Pick<EventFile, 'checkpoint'>;
  readonly sessions: ReadonlySet<Session>;
  /** Notes the end of the log outside the event file. */
  readonly noteHead: () => void;
  /** A device has been told where the host is. */
  readonly addressTold: () => void;
  readonly report: (where: string, fault: unknown) => void;
};

/**
 * What recorded events ask of the host itself. They are on disk and shown already, so a fault here is reported
 * and costs nothing: a disk that is failing shows at the next commit.
 */
export function follow(recorded: readonly RecordedEvent[], parts: Parts): void {
  for (const { event } of recorded) {
    try {
      followOne(event, parts);
    } catch (fault) {
      parts.report(`after ${event.kind}`, fault);
    }
  }
}

function followOne(event: DomainEvent, { file, sessions, noteHead, addressTold }: Parts): void {
  switch (event.kind) {
    case 'StepEntered':
      return file.checkpoint();
    case 'ResultReleased':
    case 'EventClosed':
      noteHead();
      return file.checkpoint();
    case 'SeatPaired':
      for (const session of sessions)
        if (session.seat === event.seat && session.device !== event.device) session.dismiss('replaced');
      return addressTold();
    case 'ScreenDismissed':
      for (const session of sessions) if (session.screen === event.screen) session.dismiss('dismissed');
      return;
    default:
      return;
  }
}
