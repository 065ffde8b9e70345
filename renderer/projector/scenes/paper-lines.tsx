import type { Language } from '../../../shared/kernel/language.ts';
import type { SceneView } from '../../../shared/views/view-sections.ts';
import { fitSentence, type Setting } from './fit-text.ts';
import { units } from './lines.tsx';
import styles from './speaker-scene.module.css';
import { wallWords } from './wall-words.ts';

type PaperLine = (SceneView & { kind: 'speaker' })['lines'][number];

const threeLines: readonly Setting[] = [
  { size: 0.64, lines: 1 },
  { size: 0.48, lines: 2 },
  { size: 0.42, lines: 2 },
  { size: 0.36, lines: 3 },
];
const fiveLines: readonly Setting[] = [
  { size: 0.56, lines: 1 },
  { size: 0.48, lines: 1 },
  { size: 0.36, lines: 2 },
];

type PaperLinesProps = {
  readonly lines: readonly PaperLine[];
  readonly isTall: boolean;
  readonly language: Language;
};

/** The exam paper, each line beside its tag; a tag is said once for neighbours of one kind. */
export function PaperLines({ lines, isTall, language }: PaperLinesProps) {
  const words = wallWords(language);
  const width = language === 'en' ? 8.2 : 8.85;
  const settings = lines.length > 3 ? fiveLines : threeLines;
  const size = Math.min(...lines.map(({ text }) => fitSentence(text[language], width, settings)));
  return (
    <ol className={[styles.paper, lines.length > 3 ? styles.close : '', isTall ? styles.tall : ''].join(' ')}>
      {lines.map(({ kind, text }, index) => (
        <li key={`${kind} ${text['zh-Hans']}`}>
          <b>{lines[index - 1]?.kind === kind ? '' : words(kind)}</b>
          <span style={{ fontSize: units(size) }}>{text[language]}</span>
        </li>
      ))}
    </ol>
  );
}
