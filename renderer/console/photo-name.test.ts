import { describe, expect, test } from 'vitest';
import { longestAttachmentName } from '../../shared/domain/attachment.ts';
import { isLine } from '../../shared/domain/text-schema.ts';
import { photoName } from './photo-name.ts';

describe('the name of an attached photo', () => {
  test.each([
    ['签字表.heic.PNG', 'jpg', '签字表.heic.jpg'],
    ['scan 3.pdf', 'pdf', 'scan 3.pdf'],
    ['a\nb\u202Egpj.exe', 'jpg', 'a b gpj.jpg'],
    ['.jpg', 'jpg', 'protocol.jpg'],
    ['photo', 'jpg', 'photo.jpg'],
  ] as const)('given the file %j, then it is attached as %s %j', (file, ending, name) => {
    expect(photoName(file, ending)).toBe(name);
  });

  test.each(['𠮷'.repeat(90), 'x'.repeat(300), `${'x'.repeat(115)}𠮷`, '\ud800', ' \t '])(
    'given any file name, %j too, then the host takes what comes of it',
    (file) => {
      for (const ending of ['jpg', 'pdf'] as const)
        expect(isLine(photoName(`${file}.png`, ending), longestAttachmentName)).toBe(true);
    },
  );
});
