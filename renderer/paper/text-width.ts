/** About how wide a text is, in ems of its type: a Chinese character takes a whole one, anything else half. */
export function textEms(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 1 : 0.5), 0);
}
