import { schemeProblemWords as words } from '../../shared/views/scheme-problem-words.ts';
import { defineWords } from './words.ts';

/** Why a scheme can't work, by `SchemeProblemCode`, and why something can't stand in a field, by `ShapeFault`. */
export const schemeProblemWords = defineWords(words['zh-Hans'], words['zh-Hant'], words.en);
