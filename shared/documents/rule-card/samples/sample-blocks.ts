import type { SheetBlock } from '../../sheet.ts';
import type { Speaker } from '../speaker.ts';
import { recusalBlocks } from './recusal-sample.ts';
import { roundingBlocks } from './rounding-sample.ts';
import { sampleCases } from './sample-cases.ts';
import { tieBlocks } from './tie-sample.ts';
import { wholeBlocks } from './whole-sample.ts';
import { withdrawalBlocks } from './withdrawal-sample.ts';

/** The worked samples of a scheme, calculated by the engine from ballots made for them. */
export function sampleBlocks(speaker: Speaker): readonly SheetBlock[] {
  const cases = sampleCases(speaker.scheme);
  return [
    ...wholeBlocks(speaker, cases),
    ...recusalBlocks(speaker, cases),
    ...withdrawalBlocks(speaker, cases),
    ...tieBlocks(speaker, cases),
    ...roundingBlocks(speaker, cases),
  ];
}
