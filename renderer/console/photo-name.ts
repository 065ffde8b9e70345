/** As long as the host takes. */
const longest = 120;

// What the host refuses in a name; a chosen file may have any.
const UNFIT = /[\p{Surrogate}\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** The name that a chosen file is attached under: its own in one clean line, with the ending of what is sent. */
export function photoName(fileName: string, ending: 'jpg' | 'pdf'): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(UNFIT, ' ')
    .trim();
  const room = longest - ending.length - 1;
  // Whole characters, so that none is cut in two.
  const kept = Array.from(stem).reduce((name, character) => {
    return name.length + character.length <= room ? name + character : name;
  }, '');
  return `${kept || 'protocol'}.${ending}`;
}
