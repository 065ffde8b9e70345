import { type LocalText, localText } from '../kernel/language.ts';
import type { EventDefinition } from './event-definition.ts';

/** Who signs where an event doesn't say: the usual four, in the order of the block. */
const usualRoles: readonly LocalText[] = [
  localText('主持人', '主持人', 'Chair'),
  localText('监督员', '監督員', 'Monitor'),
  localText('计票人', '計票人', 'Teller'),
  localText('记录员', '記錄員', 'Recorder'),
];

/** The roles of the signature block of every sheet; an event that gives an empty list has nobody sign. */
export function signatureRoles({ signatures }: Pick<EventDefinition, 'signatures'>): readonly LocalText[] {
  return signatures ?? usualRoles;
}
