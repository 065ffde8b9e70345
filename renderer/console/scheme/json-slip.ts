const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Reads as far as the text is JSON; the place reached is where it stops being so. */
class Reader {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  sign(sign: string): boolean {
    this.take(space);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  list(end: string, entry: () => boolean): boolean {
    if (this.sign(end)) return true;
    do if (!entry()) return false;
    while (this.sign(','));
    return this.sign(end);
  }

  value(): boolean {
    if (this.sign('[')) return this.list(']', () => this.value());
    if (this.sign('{')) return this.list('}', () => this.value() && this.sign(':') && this.value());
    this.take(space);
    return this.take(scalar);
  }
}

/** The line, counted from 1, on which a text stops being JSON: browsers tell it in their own words, or not at all. */
export function slipLine(text: string): number {
  const reader = new Reader(text);
  reader.value();
  reader.take(space);
  return text.slice(0, reader.at).split('\n').length;
}
