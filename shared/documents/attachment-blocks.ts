import type { Attachment } from '../domain/attachment.ts';
import type { Language } from '../kernel/language.ts';
import type { SheetBlock } from './sheet.ts';

type AttachmentWords = {
  readonly heading: string;
  readonly of: (count: string, kib: string, hash: string) => string;
};

const words: { readonly [language in Language]: AttachmentWords } = {
  'zh-Hans': {
    heading: '附件：签字表照片',
    of: (count, kib, hash) => `第 ${count} 次计票，${kib} KiB，指纹 ${hash}`,
  },
  'zh-Hant': {
    heading: '附件：簽字表照片',
    of: (count, kib, hash) => `第 ${count} 次計票，${kib} KiB，指紋 ${hash}`,
  },
  en: {
    heading: 'Attached: photos of the signed protocol',
    of: (count, kib, hash) => `count ${count}, ${kib} KiB, hash ${hash}`,
  },
};

/** The photos of the signed protocol with their hashes; nothing where there is none. */
export function attachmentBlocks(
  attachments: readonly Attachment[],
  language: Language,
): readonly SheetBlock[] {
  if (attachments.length === 0) return [];
  const { heading, of } = words[language];
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'facts',
      facts: attachments.map(({ name, count, bytes, hash }) => ({
        name,
        text: of(`${count}`, `${Math.ceil(bytes / 1024)}`, hash),
      })),
    },
  ];
}
