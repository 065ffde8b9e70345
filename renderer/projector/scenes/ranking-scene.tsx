import type { Language } from '../../../shared/kernel/language.ts';
import type { RankingScene } from '../../../shared/views/view-sections.ts';
import { FinalPodium } from './final-podium.tsx';
import { emWidth } from './fit-text.ts';
import { HeadLine } from './head-line.tsx';
import { units } from './lines.tsx';
import { pageAt } from './page-at.ts';
import { RankingList } from './ranking-list.tsx';
import { listRowsOfPage, rankingPlaces } from './ranking-places.ts';
import styles from './ranking-scene.module.css';
import { RevealColumn } from './reveal-column.tsx';
import { ruleLines } from './rule-line.ts';
import type { SceneProps } from './scene-props.ts';
import { type WallWords, wallWords } from './wall-words.ts';

type RuleFootProps = {
  readonly scene: RankingScene;
  readonly state: string;
  readonly language: Language;
  readonly words: WallWords;
};

const footWidth = 17.28;

/** The rule in one line where it has room, else in two; the state beside it. */
function RuleFoot({ scene, state, language, words }: RuleFootProps) {
  const [formula, details] = ruleLines(scene.rule, language, words);
  const isOneLine = (emWidth(formula) + emWidth(details) + 1.2 + emWidth(state)) * 0.37 + 0.6 <= footWidth;
  const longest = Math.max(emWidth(formula), emWidth(details)) + emWidth(state);
  const size = isOneLine ? 0.37 : Math.min(0.36, (footWidth - 0.6) / longest);
  return (
    <footer className={styles.foot} style={{ fontSize: units(size) }}>
      <span className={isOneLine ? styles.oneLine : styles.twoLines}>
        <span>{formula}</span>
        <span>{details}</span>
      </span>
      <span className={styles.state}>{state}</span>
    </footer>
  );
}

/** Places from last to first as they are revealed; then all of them, and who didn't take part. */
export function RankingSceneView({ scene, event, system, language, now }: SceneProps<RankingScene>) {
  const words = wallWords(language);
  const { isComplete, plate, podium, list } = rankingPlaces(scene);
  const rows = list.length + scene.unranked.length;
  const turning = pageAt(now, rows, listRowsOfPage);
  const newest = list.findIndex(({ isNewest }) => isNewest);
  // While a row is being revealed its page stands; pages turn once all are known.
  const page = isComplete ? turning.page : Math.max(0, Math.floor(newest / listRowsOfPage));
  const where = isComplete
    ? event.sitting[language]
    : words('revealed', { revealed: scene.rows.length, places: scene.places });
  return (
    <>
      <HeadLine
        arena={event.arena[language]}
        scene={words(isComplete ? 'ranking' : 'revealing')}
        system={system}
        isDemo={event.isDemo}
        where={
          turning.pages > 1 ? `${where}　${words('page', { page: page + 1, pages: turning.pages })}` : where
        }
        words={words}
      />
      {isComplete ? (
        <FinalPodium places={podium} language={language} />
      ) : (
        <RevealColumn plate={plate} podium={podium} language={language} />
      )}
      {rows > 0 ? <RankingList scene={scene} list={list} page={page} language={language} /> : null}
      <RuleFoot
        scene={scene}
        state={words(isComplete ? 'released' : 'lastToFirst')}
        language={language}
        words={words}
      />
    </>
  );
}
