import { type LocalText, localText, sameText } from '../../kernel/language.ts';

const measures: { readonly [measure: string]: LocalText } = {
  seconds: localText('用时（秒）', '用時（秒）', 'time in seconds'),
  time: localText('用时', '用時', 'time'),
  place: localText('位次', '位次', 'place'),
  distance: localText('距离', '距離', 'distance'),
  difficulty: localText('难度系数', '難度係數', 'difficulty'),
  base: localText('基础分值', '基礎分值', 'base value'),
  carried: localText('上一阶段得分', '上一階段得分', 'score of the stage before'),
  wind: localText('风力', '風力', 'wind'),
  gate: localText('出发门', '出發門', 'gate'),
  weight: localText('重量', '重量', 'weight'),
  height: localText('高度', '高度', 'height'),
  speed: localText('速度', '速度', 'speed'),
  attempts: localText('次数', '次數', 'attempts'),
  value: localText('数值', '數值', 'value'),
  k: localText('基准点', '基準點', 'the par'),
};

const items: { readonly [list: string]: LocalText } = {
  indicators: localText('指标', '指標', 'indicator'),
  dives: localText('动作', '動作', 'dive'),
  elements: localText('动作', '動作', 'element'),
  attempts: localText('次试做', '次試做', 'attempt'),
  events: localText('项比赛', '項比賽', 'event'),
  rounds: localText('轮', '輪', 'round'),
  jumps: localText('跳', '跳', 'jump'),
  runs: localText('轮', '輪', 'run'),
  dances: localText('支舞', '支舞', 'dance'),
  tasks: localText('项任务', '項任務', 'task'),
  questions: localText('道题', '道題', 'question'),
  games: localText('局', '局', 'game'),
};

const anyItem = localText('分项', '分項', 'item');

/** A scheme gives measured values only an id: the usual ones in words, another as it is. */
export function measureWords(id: string): LocalText {
  return (Object.hasOwn(measures, id) ? measures[id] : undefined) ?? sameText(id);
}

/** What one entry of such a list is called. */
export function itemWords(list: string): LocalText {
  return (Object.hasOwn(items, list) ? items[list] : undefined) ?? anyItem;
}
