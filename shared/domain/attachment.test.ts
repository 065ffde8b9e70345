import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import {
  attach,
  close,
  count,
  jump,
  lock,
  next,
  pair,
  release,
  reopen,
  turn,
} from '../../test/builders/orders.ts';
import { given, wallAt } from '../../test/builders/scenario.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';

const seats = ['A1', 'A2', 'B1'];
const scored = given(
  aDefinition(),
  ...seats.map((seat) => pair(seat)),
  next,
  ...turn('u1', seats),
  ...turn('u2', seats, ['40', '20']),
);
const counted = scored.and(count());
const other = 'd'.repeat(64);

describe('RESULT-13: the photo of the signed protocol', () => {
  test('given a count, when a photo is attached, then it is recorded with its hash and the count it belongs to', () => {
    const photo = {
      name: 'protocol.jpg',
      type: 'image/jpeg',
      bytes: 300_000,
      hash: 'c'.repeat(64),
      count: 1,
    } as const;
    counted.when(attach()).thenHappens({ kind: 'ProtocolAttached', ...photo });
    const attached = counted.and(attach());
    const { n, at } = attached.entries.at(-1)!;
    expect(attached.state.attachments).toEqual([{ n, wall: wallAt(at), ...photo }]);
  });

  test('given an attached photo, then nothing else has changed, the changelog neither', () => {
    const { attachments: _, lastEntry: __, ...before } = counted.state;
    const { attachments: ___, lastEntry: ____, ...after } = counted.and(attach()).state;
    expect(canonicalJson(after as unknown as Json)).toBe(canonicalJson(before as unknown as Json));
  });

  test('given nothing is counted or a round is open, then none is taken', () => {
    scored.when(attach({ count: 0 })).thenRefused('result-not-counted');
    const again = counted.and(reopen('u1'));
    again.when(attach()).thenRefused('rounds-open');
    again.and(lock('u1')).when(attach()).thenRefused('result-not-counted');
  });

  test('given a newer count, then a photo of the older one is refused, and one attached before stays with its count', () => {
    const anew = counted.and(attach(), reopen('u1'), lock('u1'), count());
    anew.when(attach({ count: 1, hash: other })).thenRefused('wrong-count', 'count');
    const both = anew.and(attach({ hash: other }));
    expect(both.state.attachments.map(({ count: of, hash }) => [of, hash])).toEqual([
      [1, 'c'.repeat(64)],
      [2, other],
    ]);
  });

  test('given the same bytes again, under another name too, then they are refused; other bytes are taken', () => {
    const attached = counted.and(attach());
    attached.when(attach({ name: 'page 2.jpg' })).thenRefused('already-attached', 'hash');
    expect(attached.and(attach({ hash: other })).state.attachments).toHaveLength(2);
  });

  test.each(['', '  ', 'a\nb', 'a\u202Egpj.exe', 'x'.repeat(121)])(
    'given the name %j, then it is refused',
    (name) => counted.when(attach({ name })).thenRefused('name-unfit', 'name'),
  );

  test('given a released result, then a photo can still be attached, until the event is closed', () => {
    const released = counted.and(jump('release'), release('all'));
    expect(released.and(attach()).state.attachments).toHaveLength(1);
    released.and(jump('end'), close).when(attach()).thenRefused('event-closed');
  });
});
