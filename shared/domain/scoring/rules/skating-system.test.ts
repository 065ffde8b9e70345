import { describe, expect, test } from 'vitest';
import { calculated, cast, placesOf, seatsOf } from '../../../../test/builders/contest.ts';
import { rational, rationalText } from '../../../kernel/rational.ts';
import { type DanceMarks, skatingPlaces } from './skating-system.ts';

/** Couples `1`, `2` … from the judges' places, one digit a judge. */
function dance(...rows: readonly string[]): DanceMarks {
  return new Map(rows.map((row, n) => [`${n + 1}`, [...row].map((digit) => rational(BigInt(digit)))]));
}

function placed(...dances: readonly DanceMarks[]): readonly string[] {
  const places = skatingPlaces(dances);
  return [...places]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, place]) => rationalText(place).replace(/\/1$/, ''));
}

describe('the Skating System', () => {
  test('RULE-13: given a majority of firsts, then rule 5 gives that couple the place', () => {
    expect(placed(dance('11124', '42213', '33331', '24442'))).toEqual(['1', '2', '3', '4']);
  });

  test('RULE-13: given two majorities in one column, then rule 6 takes the larger', () => {
    expect(placed(dance('31222', '12213', '23331'))).toEqual(['2', '1', '3']);
  });

  test('RULE-13: given equal majorities, then rule 7 takes the lower sum of those marks, then the next column', () => {
    // Both have three marks at second or better: 1+1+2 stands before 1+2+2.
    expect(placed(dance('11233', '22144', '44412', '33321'))).toEqual(['1', '2', '4', '3']);
    expect(placed(dance('12344', '12433', '44112', '33221'))[0]).toBe('4');
  });

  test('RULE-13: given seven judges and equal majorities at second, then the better marks among them decide', () => {
    expect(placed(dance('1112344', '2221433', '3433121', '4344212'))).toEqual(['1', '2', '3', '4']);
  });

  test('RULE-13: given no majority of firsts, then rule 8 goes on to the next column', () => {
    expect(placed(dance('13342', '22213', '31124', '44431'))).toEqual(['3', '1', '2', '4']);
  });

  test('RULE-13: given couples that nothing parts, then they share the mean place', () => {
    expect(placed(dance('12', '21', '33'))).toEqual(['3/2', '3/2', '3']);
  });

  test('RULE-13: given several dances, then rule 9 adds the places, and rule 10 parts equal sums by the dances won', () => {
    const [first, second, third] = [
      dance('111', '222', '333'),
      dance('222', '111', '333'),
      dance('111', '333', '222'),
    ];
    expect(placed(first, second)).toEqual(['3/2', '3/2', '3']);
    expect(placed(first, second, third)).toEqual(['1', '2', '3']);
    // All have the sum 4: couples 1 and 3 won a dance, couple 2 none; rule 11 can't part the two.
    expect(placed(dance('111', '222', '333'), dance('333', '222', '111'))).toEqual(['3/2', '3', '3/2']);
  });

  test('RULE-13: given places and sums that tie, then rule 11 looks at all judges’ marks together', () => {
    // Each won one dance; over both, couple 1 has four firsts of six, couple 2 only two.
    expect(placed(dance('111', '222', '333'), dance('122', '211', '333'))).toEqual(['1', '2', '3']);
  });

  // The worked examples by which scrutineers learn the system.
  test.each([
    ['5', ['11121', '42212', '33354', '24543', '56435', '65666']],
    ['6', ['1121421', '6215212', '2433633', '3352154', '4564365', '5646546']],
    ['7', ['3161121', '2215313', '1542262', '5424654', '4633546', '6356435']],
  ])('RULE-13: given the textbook’s example of rule %s, then six couples stand in its order', (_, rows) => {
    expect(placed(dance(...rows))).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('RULE-13: given the textbook’s summaries of rules 9 and 10, then eight and six couples stand in its order', () => {
    const summary = (...rows: readonly string[]) =>
      Array.from({ length: rows[0]?.length ?? 0 }, (_, n) => dance(...rows.map((row) => row[n] ?? '')));
    const ninth = summary('11111', '42222', '23333', '55645', '34577', '67456', '76764', '88888');
    expect(placed(...ninth)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    const tenth = summary('1641', '6222', '2163', '3414', '5355', '4536');
    expect(placed(...tenth)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('RULE-13: given the textbook’s two dances of rule 11, then dances and summary are as there', () => {
    const waltz = dance('25664', '68157', '83288', '74332', '11526', '42411', '57873', '36745');
    const tango = dance('36554', '78387', '85468', '63133', '11245', '52622', '27771', '44816');
    expect(placed(waltz)).toEqual(['4', '6', '8', '3', '2', '1', '7', '5']);
    expect(placed(tango)).toEqual(['5', '8', '6', '3', '1', '2', '7', '4']);
    expect(placed(waltz, tango)).toEqual(['4', '6', '7', '3', '1', '2', '8', '5']);
  });

  test('RULE-13: given a couple that was placed and is out since, then those behind it still have places', () => {
    expect(placed(dance('111', '222', '444'))).toEqual(['1', '2', '3']);
    expect(placed(dance('111', '244', '444'), dance('111', '244', '444'))).toEqual(['1', '2', '3']);
  });

  test('RULE-13: given a scheme that ranks by it, then units have those places', () => {
    const seats = seatsOf({ A: 3 });
    const rows = [
      ['2', '1', '1'],
      ['1', '2', '3'],
      ['3', '3', '2'],
    ];
    const units = rows.map((places, n) => ({
      unit: `u${n + 1}`,
      ballots: { waltz: cast(seats, places, 'place') },
    }));
    const calculation = calculated(
      {
        ballots: [{ kind: 'placement', id: 'waltz', lastPlace: 3 }],
        nodes: [{ kind: 'skating', id: 'place', ballots: ['waltz'] }],
        ranking: { by: 'place', better: 'lower', on: 'exact', shared: 'averaged' },
      },
      units,
      seats,
    );
    expect(placesOf(calculation)).toEqual({ u1: '1', u2: '2', u3: '3' });
  });
});
