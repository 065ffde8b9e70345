import { expect, test } from 'vitest';
import { languages } from '../../shared/kernel/language.ts';
import { failureText } from './failure-words.ts';

test('given a taken port, when a person is told, then it is in their language, with the host’s lines below', () => {
  const texts = languages.map((language) =>
    failureText(language, 'port-taken', 'Port 4180 is taken by node.'),
  );
  expect(new Set(texts).size).toBe(languages.length);
  for (const text of texts) expect(text).toMatch(/^\S.*\n\nPort 4180 is taken by node\.$/);
  expect(texts[0]).toContain('端口被别的程序占用');
});

test('given a failure without words of its own, then the host’s lines stand alone', () => {
  expect(failureText('zh-Hans', 'constructor-of-nothing', 'what the host said')).toBe('what the host said');
});
