/** Works out what is written on paper, such as `(90 + 88 + 92) ÷ 3` or `86.5 × 60% + 84 × 40%`; null where it is words. */
export function workOut(text: string): number | null {
  const tokens = text.replaceAll('…', '').match(/\d+(?:\.\d+)?%?|[+−×÷()]|[^\s\d]+/g) ?? [];
  let at = 0;
  const next = () => tokens[at];
  const sum = (): number => {
    let value = product();
    while (next() === '+' || next() === '−') value += tokens[at++] === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (next() === '×' || next() === '÷')
      value = tokens[at++] === '×' ? value * factor() : value / factor();
    return value;
  };
  const factor = (): number => {
    const token = tokens[at++] ?? '';
    if (token === '−') return -factor();
    if (token === '(') {
      const value = sum();
      at += 1;
      return value;
    }
    return token.endsWith('%') ? Number(token.slice(0, -1)) / 100 : Number(token);
  };
  if (!/^[\d\s.+−×÷()%…]+$/.test(text)) return null;
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : null;
}
