import type { SceneView } from '../../../shared/views/view-sections.ts';
import { unitAndAttempt } from '../../ui/unit-and-attempt.ts';
import { emWidth, fitName, smallestSize } from './fit-text.ts';
import { HeadLine } from './head-line.tsx';
import { Lines, units } from './lines.tsx';
import { phaseLabel } from './phase-label.ts';
import type { SceneProps } from './scene-props.ts';
import styles from './title-scene.module.css';
import { wallWords } from './wall-words.ts';

const studCount = 41;
const centre = { x: 960, y: 980 };
const studRadius = 790;

/** The drum's studs, from 177.8° to 2.2° so that none is cut by the edge. */
const studs = Array.from({ length: studCount }, (_, index) => {
  const angle = ((177.8 - (index * 175.6) / (studCount - 1)) * Math.PI) / 180;
  return { x: centre.x + studRadius * Math.cos(angle), y: centre.y - studRadius * Math.sin(angle) };
});

/** Rim and inner line at 826 and 754, the studs between them. */
function Drum() {
  return (
    <div className={styles.drum} aria-hidden="true">
      <div className={styles.skin} />
      <svg viewBox="0 0 1920 1080" fill="none" aria-hidden="true">
        <g className={styles.studs}>
          {studs.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r="9" />
          ))}
        </g>
        <path d="M134 980a826 826 0 0 1 1652 0" className={styles.rim} />
        <path d="M206 980a754 754 0 0 1 1508 0" className={styles.inner} />
      </svg>
    </div>
  );
}

const headingSettings = [
  { size: 2.5, lines: 1 },
  { size: 2.02, lines: 1 },
  { size: 1.52, lines: 1 },
  { size: 1.42, lines: 1 },
  { size: 1.28, lines: 1 },
  { size: 1.42, lines: 2 },
  { size: 1.14, lines: 2 },
  { size: 1, lines: 2 },
  { size: 0.85, lines: 3 },
];
const lineSettings = [
  { size: 0.64, lines: 1 },
  { size: 0.56, lines: 1 },
  { size: 0.48, lines: 1 },
  { size: 0.42, lines: 1 },
  { size: 0.36, lines: 2 },
];
const closingSettings = [
  { size: 1.14, lines: 1 },
  { size: 0.85, lines: 1 },
  { size: 0.64, lines: 1 },
  { size: 0.48, lines: 2 },
];

const footWidth = 17.28;
const largestMotto = 0.48;
const mottoGap = 0.5;

/** The criteria share one line, apart from one another. */
function mottoSize(texts: readonly string[]): number {
  const letters = texts.reduce((sum, text) => sum + emWidth(text) * 1.1, 0);
  const fitting = (footWidth - mottoGap * (texts.length - 1)) / letters;
  return Math.max(smallestSize, Math.min(largestMotto, fitting));
}

/** `温州擂台·六比竞赛` is two lines of a title: the name, and the contest. */
function titleParts(title: string): readonly [string, string] {
  const [name = title, ...rest] = title.split(/[·・：–—]/);
  return [name.trim(), rest.join(' ').trim()];
}

/** The unit that a step is about, with its attempt where it is about one; null where it is about none. */
function unitLine(
  { unit, attempt }: SceneView & { kind: 'title' },
  language: SceneProps<SceneView>['language'],
): string | null {
  return unit && unitAndAttempt((text) => text[language], unit, attempt);
}

/** The name of the event, or of a step whose own scene isn't there. */
export function TitleScene({
  scene,
  event,
  face,
  system,
  language,
}: SceneProps<SceneView & { kind: 'title' }>) {
  const words = wallWords(language);
  const [name, contest] = titleParts(event.title[language]);
  const step = scene.stepName?.[language] ?? null;
  // Chinese titles are spaced, by the shares that the style sheet gives.
  const spaced = (width: number, spacing: number) => (language === 'en' ? width : width / (1 + spacing));
  const above = step === null ? event.sitting[language] : (unitLine(scene, language) ?? name);
  const opening = fitName(above, spaced(7.2, 0.18), lineSettings);
  const heading = fitName(step ?? name, spaced(11.6, 0.06), headingSettings);
  const closing = step === null && contest ? fitName(contest, spaced(11.5, 0.3), closingSettings) : null;
  // The floor of a step is empty: its name rules alone.
  const motto = (step === null ? (scene.criteria ?? [event.arena]) : []).map((text) => text[language]);
  return (
    <>
      <Drum />
      <HeadLine
        arena={event.arena[language]}
        scene={step === null ? null : event.sitting[language]}
        system={system}
        isDemo={event.isDemo}
        where={null}
        words={words}
      />
      <p className={`${styles.words} ${styles.above}`} style={{ fontSize: units(opening.size) }}>
        <Lines text={opening} />
      </p>
      <h1
        className={
          closing
            ? `${styles.words} ${styles.heading}`
            : `${styles.words} ${styles.heading} ${styles.centred}`
        }
        style={{ fontSize: units(heading.size) }}
      >
        <span>
          <Lines text={heading} />
        </span>
      </h1>
      {closing ? (
        <p className={`${styles.words} ${styles.closing}`} style={{ fontSize: units(closing.size) }}>
          <Lines text={closing} />
        </p>
      ) : null}
      <footer className={styles.foot}>
        {face ? (
          <>
            <span>{phaseLabel(face, words)}</span>
            <b data-part="clock">{face.phase === 'overtime' ? `+${face.digits}` : face.digits}</b>
          </>
        ) : (
          motto.map((text) => (
            <span key={text} className={styles.motto} style={{ fontSize: units(mottoSize(motto)) }}>
              {text}
            </span>
          ))
        )}
      </footer>
    </>
  );
}
