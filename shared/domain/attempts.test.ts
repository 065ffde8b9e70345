import { describe, expect, test } from 'vitest';
import { judgedJumps, ratedDives, timedRuns } from '../../test/builders/attempts.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { sameText } from '../kernel/language.ts';
import { attemptLists, attemptNamed, attemptsOf, isSameAttempt } from './attempts.ts';
import { indicatorList } from './scoring/indicator-items.ts';

const definition = { attempts: { runs: [{ id: 'r1', name: sameText('Run 1') }] } };

describe('attempts of an event', () => {
  test('ATTEMPT-1: given schemes that take attempts, then their lists are found; the event’s boards are none', () => {
    expect([timedRuns, judgedJumps, ratedDives].map(attemptLists)).toEqual([['runs'], ['jumps'], ['dives']]);
    const ofBoards = builtIn('S1-county-ranking');
    expect(ofBoards.nodes.some(({ each }) => each === indicatorList)).toBe(true);
    expect(attemptLists(ofBoards)).toEqual([]);
  });

  test('ATTEMPT-1: given lists and ids that the event doesn’t have, then none is found', () => {
    expect(attemptsOf(definition, 'runs')).toEqual(definition.attempts.runs);
    expect(attemptsOf(definition, 'toString')).toEqual([]);
    expect(attemptsOf({}, 'runs')).toEqual([]);
    expect(attemptNamed(definition, { list: 'runs', id: 'r1' })?.name.en).toBe('Run 1');
    expect(attemptNamed(definition, { list: 'jumps', id: 'r1' })).toBeNull();
    expect(attemptNamed(definition, { list: 'runs', id: 'r2' })).toBeNull();
  });

  test('ATTEMPT-1: given two attempts, then they are the same by list and id, and none is the same as none', () => {
    const run = { list: 'runs', id: 'r1' };
    expect(isSameAttempt(run, { ...run })).toBe(true);
    expect(isSameAttempt(run, { list: 'jumps', id: 'r1' })).toBe(false);
    expect(isSameAttempt(run, undefined)).toBe(false);
    expect(isSameAttempt(null, undefined)).toBe(true);
  });
});
