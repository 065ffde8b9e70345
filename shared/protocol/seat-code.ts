/**
 * Crockford's base 32: of the letters that look like another sign, O, I and L are left out for 0 and 1, and U for V,
 * so that a code can be read aloud and typed. Ten characters are 50 bits.
 */
export const seatCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const seatCodeLength = 10;

const lookAlikes: { readonly [typed: string]: string } = { O: '0', I: '1', L: '1', U: 'V' };

/**
 * A typed code as printed: upper case, without dashes and spaces, look-alikes as the sign they are taken for, and the
 * wide letters of a Chinese keyboard as narrow ones. Other signs are dropped, and whatever is too long.
 */
export function tidySeatCode(typed: string): string {
  return [...typed.normalize('NFKC').toUpperCase()]
    .map((letter) => lookAlikes[letter] ?? letter)
    .filter((letter) => seatCodeAlphabet.includes(letter))
    .slice(0, seatCodeLength)
    .join('');
}
