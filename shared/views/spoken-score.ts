const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function spokenWhole(value: number): string {
  if (value < 10) return digits[value] ?? '';
  if (value < 20) return `十${value % 10 === 0 ? '' : digits[value % 10]}`;
  if (value < 100) return `${digits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : digits[value % 10]}`;
  const rest = value % 100;
  const hundreds = `${digits[Math.floor(value / 100)]}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${digits[rest]}`;
  return `${hundreds}${rest < 20 ? '一' : ''}${spokenWhole(rest)}`;
}

/** A score as it is read aloud in Chinese: `89.45` → 八十九点四五. Whole numbers from −999 to 999. */
export function spokenScore(text: string, point: '点' | '點'): string {
  if (text.startsWith('-')) return `${point === '点' ? '负' : '負'}${spokenScore(text.slice(1), point)}`;
  const [whole = '0', fraction] = text.split('.');
  const read = spokenWhole(Number.parseInt(whole, 10));
  if (fraction === undefined) return read;
  return `${read}${point}${[...fraction].map((digit) => digits[Number.parseInt(digit, 10)] ?? digit).join('')}`;
}

/** A place as it is read aloud in Chinese, 1 to 999: 十三. */
export function spokenPlace(place: number): string {
  return spokenWhole(place);
}
