import type { SceneView } from '../../../shared/views/view-sections.ts';
import { ClockDigits } from './clock-digits.tsx';
import { fitName, type Setting } from './fit-text.ts';
import { HeadLine } from './head-line.tsx';
import { lengthWords } from './length-words.ts';
import { Lines, units } from './lines.tsx';
import { pageAt } from './page-at.ts';
import { PaperLines } from './paper-lines.tsx';
import { phaseLabel } from './phase-label.ts';
import type { SceneProps } from './scene-props.ts';
import styles from './speaker-scene.module.css';
import { wallWords } from './wall-words.ts';

type Speaker = SceneView & { kind: 'speaker' };

const chineseBesidePaper: readonly Setting[] = [
  { size: 1.92, lines: 1 },
  { size: 1.52, lines: 1 },
  { size: 1.14, lines: 2 },
  { size: 0.85, lines: 2 },
];
const latinBesidePaper: readonly Setting[] = [
  { size: 1.42, lines: 2 },
  { size: 1.14, lines: 2 },
  { size: 0.96, lines: 3 },
  { size: 0.85, lines: 3 },
];
const alone: readonly Setting[] = [
  { size: 2.7, lines: 1 },
  { size: 2.02, lines: 1 },
  { size: 1.52, lines: 1 },
  { size: 1.42, lines: 2 },
];
const postSettings: readonly Setting[] = [
  { size: 0.48, lines: 1 },
  { size: 0.44, lines: 1 },
  { size: 0.4, lines: 2 },
];
const stateSettings: readonly Setting[] = [
  { size: 0.85, lines: 1 },
  { size: 0.64, lines: 1 },
  { size: 0.56, lines: 2 },
];

/** Up to five lines share the paper; more turn page by page. */
const mostLines = 5;
const linesOfLongPaper = 3;

/** Unit, exam paper and the countdown that rules the floor. */
export function SpeakerScene({ scene, event, face, system, language, now }: SceneProps<Speaker>) {
  const words = wallWords(language);
  const linesOfPage = scene.lines.length > mostLines ? linesOfLongPaper : mostLines;
  const { page, pages } = pageAt(now, scene.lines.length, linesOfPage);
  const name = scene.unit.name[language];
  const hasPaper = scene.lines.length > 0;
  const width = hasPaper ? (language === 'en' ? 5.3 : 6.1) : 17.2;
  const unit = fitName(
    name,
    width,
    hasPaper ? (language === 'en' ? latinBesidePaper : chineseBesidePaper) : alone,
  );
  const unitClasses = [styles.unit, hasPaper ? '' : styles.alone, face ? '' : styles.tall];
  const post = fitName(scene.post[language], width, postSettings);
  // The sign of overtime keeps its place beside the label.
  const state = face
    ? fitName(phaseLabel(face, words), face.phase === 'overtime' ? 3.2 : 4.6, stateSettings)
    : null;
  return (
    <>
      <HeadLine
        arena={event.arena[language]}
        scene={[scene.stepName, ...(scene.attempt ? [scene.attempt.name] : [])]
          .map((text) => text[language])
          .join(' · ')}
        system={system}
        isDemo={event.isDemo}
        where={pages > 1 ? words('page', { page: page + 1, pages }) : words('position', scene.position)}
        words={words}
      />
      <section className={unitClasses.join(' ')}>
        <h1 style={{ fontSize: units(unit.size) }}>
          <Lines text={unit} />
        </h1>
        <p style={{ fontSize: units(post.size) }}>
          <Lines text={post} />
        </p>
      </section>
      {hasPaper ? (
        <PaperLines
          isTall={face === null}
          lines={scene.lines.slice(page * linesOfPage, (page + 1) * linesOfPage)}
          language={language}
        />
      ) : null}
      {face && state ? (
        <footer className={styles.floor}>
          <p className={styles.state} style={{ fontSize: units(state.size) }}>
            <Lines text={state} />
            <small>
              {words(face.direction === 'down' ? 'limit' : 'planned', {
                length: lengthWords(face.lengthMs, words),
              })}
            </small>
          </p>
          <ClockDigits face={face} />
        </footer>
      ) : (
        <footer className={styles.foot}>
          <span>{event.title[language]}</span>
          <span>{event.sitting[language]}</span>
        </footer>
      )}
    </>
  );
}
