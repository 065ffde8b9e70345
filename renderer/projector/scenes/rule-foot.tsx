import type { Language } from '../../../shared/kernel/language.ts';
import type { RankingScene } from '../../../shared/views/view-sections.ts';
import { emWidth, mediumSans, smallestSize } from './fit-text.ts';
import { units } from './lines.tsx';
import styles from './rule-foot.module.css';
import { ruleLines } from './rule-line.ts';
import type { WallWords } from './wall-words.ts';

type RuleFootProps = {
  readonly scene: RankingScene;
  readonly state: string;
  readonly language: Language;
  readonly words: WallWords;
};

const footWidth = 17.28;

/** The rule in one line where it has room, else in two; the state beside it. */
export function RuleFoot({ scene, state, language, words }: RuleFootProps) {
  const [formula, details] = ruleLines(scene.rule, language, words);
  const formulaWidth = emWidth(formula, mediumSans);
  const detailsWidth = emWidth(details, mediumSans);
  const stateWidth = emWidth(state, mediumSans);
  const isOneLine = (formulaWidth + detailsWidth + 1.2 + stateWidth) * 0.37 + 0.6 <= footWidth;
  const longest = Math.max(formulaWidth, detailsWidth) + stateWidth;
  const size = isOneLine ? 0.37 : Math.min(smallestSize, (footWidth - 0.6) / longest);
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
