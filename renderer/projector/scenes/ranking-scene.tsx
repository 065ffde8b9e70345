import type { RankingScene } from '../../../shared/views/view-sections.ts';
import { FinalPodium } from './final-podium.tsx';
import { HeadLine } from './head-line.tsx';
import { pageAt } from './page-at.ts';
import { RankingList } from './ranking-list.tsx';
import { listRowsOfPage, rankingPlaces, rowsAfterPlaces } from './ranking-places.ts';
import { RevealColumn } from './reveal-column.tsx';
import { RuleFoot } from './rule-foot.tsx';
import type { SceneProps } from './scene-props.ts';
import { wallWords } from './wall-words.ts';

/** Places from last to first as they are revealed; then all of them, and who didn't take part. */
export function RankingSceneView({ scene, event, system, language, now }: SceneProps<RankingScene>) {
  const words = wallWords(language);
  const { isComplete, plate, podium, list } = rankingPlaces(scene);
  const rows = list.length + rowsAfterPlaces(scene).length;
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
      {rows > 0 || scene.division ? (
        <RankingList scene={scene} list={list} page={page} language={language} />
      ) : null}
      <RuleFoot
        scene={scene}
        state={words(isComplete ? 'released' : 'lastToFirst')}
        language={language}
        words={words}
      />
    </>
  );
}
