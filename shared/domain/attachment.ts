import type { LogPosition, WallTime } from '../kernel/brand.ts';

/** What a photo or scan of the signed protocol may be, as media types. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;

export type AttachmentType = (typeof attachmentTypes)[number];

/** The longest name of an attachment, in UTF-16 units. */
export const longestAttachmentName = 120;

/** A photo or scan of the signed protocol. Its bytes lie beside the log, under their hash. */
export type Attachment = {
  readonly n: LogPosition;
  readonly wall: WallTime;
  readonly name: string;
  readonly type: AttachmentType;
  /** Length in bytes. */
  readonly bytes: number;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** The number of the count that the protocol was signed for. */
  readonly count: number;
};
