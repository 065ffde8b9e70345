import { expect, test } from 'vitest';
import { demoDefinition } from '../../electron/host/demo-event.ts';
import { sameText } from '../kernel/language.ts';
import { parseEventDefinition } from './event-definition-schema.ts';
import { signatureRoles } from './signature-roles.ts';

test('given a definition without roles, then the usual four sign; given some, those; given an empty list, nobody', () => {
  const roles = (signatures?: readonly ReturnType<typeof sameText>[]) => {
    const parsed = parseEventDefinition(
      JSON.parse(JSON.stringify({ ...demoDefinition('fictional'), signatures })),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return signatureRoles(parsed.value).map((role) => role['zh-Hans']);
  };
  expect(roles()).toEqual(['主持人', '监督员', '计票人', '记录员']);
  expect(roles([sameText('监票'), sameText('复核')])).toEqual(['监票', '复核']);
  expect(roles([])).toEqual([]);
});

test('given a role without words, then the definition is refused at that place', () => {
  const parsed = parseEventDefinition(
    JSON.parse(JSON.stringify({ ...demoDefinition('fictional'), signatures: [sameText('')] })),
  );
  expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toContain('signatures.0.zh-Hans');
});
