import type { CountsView, SceneView } from '../../../shared/views/view-sections.ts';
import styles from './ballot-scene.module.css';
import type { ClockFace } from './clock-face.ts';
import { emWidth, fitName, type Setting, sharedSize } from './fit-text.ts';
import { HeadLine } from './head-line.tsx';
import { Lines, units } from './lines.tsx';
import type { SceneProps } from './scene-props.ts';
import { Studs, studLayout } from './studs.tsx';
import { type WallWords, wallWords } from './wall-words.ts';

type Ballot = SceneView & { kind: 'ballot' };

/** Above this many ballots a panel is a bar and a count. */
const mostStuds = 60;
const mostColumns = 4;
const stageWidth = 17.28;

const groupSettings: readonly Setting[] = [
  { size: 0.5, lines: 1 },
  { size: 0.42, lines: 1 },
  { size: 0.36, lines: 2 },
];
const labelSettings: readonly Setting[] = [
  { size: 1.14, lines: 1 },
  { size: 0.85, lines: 1 },
  { size: 0.64, lines: 2 },
];
const unitSettings: readonly Setting[] = [
  { size: 2.02, lines: 1 },
  { size: 1.52, lines: 1 },
  { size: 1.14, lines: 2 },
];

type GroupsProps = { readonly counts: CountsView; readonly language: SceneProps<Ballot>['language'] };

/** How many of each group are in. Never which: studs fill from the left by count. */
function Groups({ counts, language }: GroupsProps) {
  const columns = Math.min(mostColumns, counts.groups.length);
  const rows = Math.ceil(counts.groups.length / mostColumns);
  const inner = stageWidth / columns - (columns > 1 ? 0.54 : 0);
  const shared = sharedSize(
    counts.groups.map(({ name }) => name[language]),
    inner,
    groupSettings,
  );
  const names = counts.groups.map(({ name }) => fitName(name[language], inner, [{ size: shared, lines: 2 }]));
  // Numbers stand in one row even where only some names take two lines.
  const nameHeight = units(1.05 * shared * Math.max(...names.map(({ lines }) => lines.length)));
  const layout =
    rows > 1 || counts.expected > mostStuds
      ? null
      : studLayout(
          counts.groups.map(({ expected }) => expected),
          inner,
        );
  return (
    <div
      className={rows > 1 ? `${styles.groups} ${styles.small}` : styles.groups}
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    >
      {counts.groups.map(({ name, submitted, expected }, index) => (
        <section key={name['zh-Hans']}>
          <h2 style={{ fontSize: units(shared), minHeight: nameHeight }}>
            <Lines text={names[index] ?? { size: shared, lines: [name[language]] }} />
          </h2>
          <p key={submitted} className={styles.number}>
            {submitted}
            <small>/ {expected}</small>
          </p>
          <Studs submitted={submitted} expected={expected} layout={layout} />
        </section>
      ))}
    </div>
  );
}

function timeWords(face: ClockFace, words: WallWords): string {
  if (face.phase === 'overtime') return `${words('pastLock')} +${face.digits}`;
  return face.direction === 'down'
    ? `${words('toLock')} ${face.digits}`
    : `${words('timeUsed')} ${face.digits}`;
}

function labels({ state }: Ballot, words: WallWords): readonly [string, string] {
  switch (state) {
    case 'waiting':
      return [words('ballotWaiting'), words('waitingNote')];
    case 'open':
      return [words('received'), words('noScoresYet')];
    case 'locked':
      return [words('locked'), words('lockedNote')];
  }
}

/** Digits are set as large as the label leaves room for. */
function countSize(counts: CountsView, labelWidth: number): number {
  const share = emWidth(String(counts.submitted)) + 0.31 * emWidth(` / ${counts.expected}`) + 0.1;
  return [4.8, 3.6, 2.7].find((size) => share * size + labelWidth + 0.5 <= stageWidth) ?? 2.02;
}

/** Ballots in, of how many: counts only. Nothing here says whose ballot is missing, or any mark. */
export function BallotScene({ scene, event, face, counts, system, language }: SceneProps<Ballot>) {
  const words = wallWords(language);
  // A paper of all units is called by its step.
  const attempt = scene.attempt ? ` · ${scene.attempt.name[language]}` : '';
  const unit = `${(scene.unit?.name ?? scene.stepName)[language]}${attempt}`;
  const [label, note] = labels(scene, words);
  const isCounting = counts !== null && scene.state !== 'waiting';
  const labelText = fitName(label, isCounting ? 6.2 : 17, labelSettings);
  const labelWidth = Math.max(emWidth(label) * labelText.size * 1.04, emWidth(note) * 0.48);
  const size = counts ? countSize(counts, labelWidth) : 0;
  const unitName = fitName(unit, 17, unitSettings);
  return (
    <>
      <HeadLine
        arena={event.arena[language]}
        scene={isCounting && scene.unit ? words('ballotOf', { unit }) : scene.stepName[language]}
        system={system}
        isDemo={event.isDemo}
        where={face ? timeWords(face, words) : scene.position ? words('position', scene.position) : ''}
        words={words}
      />
      {isCounting ? (
        <Groups counts={counts} language={language} />
      ) : (
        <h1 className={styles.unit} style={{ fontSize: units(unitName.size) }}>
          <Lines text={unitName} />
        </h1>
      )}
      <footer className={styles.floor} data-state={scene.state}>
        <p className={styles.label} style={{ fontSize: units(labelText.size) }}>
          <span key={label} className={styles.cut}>
            <Lines text={labelText} />
          </span>
          <small>{note}</small>
        </p>
        {isCounting ? (
          <p className={styles.count} style={{ fontSize: units(size) }} data-part="count">
            <span key={counts.submitted} className={styles.cut}>
              {counts.submitted}
            </span>
            <small>/ {counts.expected}</small>
          </p>
        ) : null}
      </footer>
    </>
  );
}
