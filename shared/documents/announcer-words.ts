import type { Language } from '../kernel/language.ts';

/** Points of the total or under another name, a share of the ballots in per cent, or a number of votes. */
export type AnnouncedTotal = 'points' | 'named' | 'percent' | 'votes';

/** 唱分稿: sentences to read aloud. Places and scores come as they are spoken. */
export type AnnouncerWords = {
  readonly sheet: string;
  readonly opening: (title: string, count: string) => string;
  /** Before the places of a division. */
  readonly ofDivision: (division: string) => string;
  readonly line: (place: string, unit: string, struck: string, total: string) => string;
  readonly shared: (place: string, unit: string, struck: string, total: string) => string;
  /** What is said of a total that is no score; the number as it is spoken. */
  readonly totals: { readonly [kind in AnnouncedTotal]: (name: string, total: string) => string };
  readonly withoutTotal: (place: string, unit: string) => string;
  /** How many were dropped of each end, of each group or of the one panel; null where none were. */
  readonly struck: (high: string | null, low: string | null, isOfGroups: boolean) => string;
  readonly digits: (total: string) => string;
  readonly ending: string;
  readonly unranked: string;
  readonly unrankedOf: (unit: string, why: string) => string;
};

const hans: AnnouncerWords = {
  sheet: '唱分稿',
  opening: (title, count) => `现在宣布${title}的成绩，共${count}个名次，从后往前。`,
  ofDivision: (division) => `下面是${division}。`,
  line: (place, unit, struck, total) => `第${place}名，${unit}。${struck}${total}。`,
  shared: (place, unit, struck, total) => `并列第${place}名，${unit}。${struck}${total}。`,
  totals: {
    points: (_, total) => `最后得分，${total}分`,
    named: (name, total) => `${name}，${total}`,
    percent: (name, total) => `${name}，百分之${total}`,
    votes: (name, total) => `${name}，${total}票`,
  },
  withoutTotal: (place, unit) => `第${place}名，${unit}。`,
  struck: (high, low, isOfGroups) =>
    `${isOfGroups ? '各组' : ''}${[...(high ? [`去掉${high}个最高分`] : []), ...(low ? [`去掉${low}个最低分`] : [])].join('，')}，`,
  digits: (total) => `〔${total}〕`,
  ending: '宣布完毕。',
  unranked: '不念（没有名次，或同分待决定）',
  unrankedOf: (unit, why) => `${unit}：${why}`,
};

const hant: AnnouncerWords = {
  sheet: '唱分稿',
  opening: (title, count) => `現在宣布${title}的成績，共${count}個名次，從後往前。`,
  ofDivision: (division) => `下面是${division}。`,
  line: (place, unit, struck, total) => `第${place}名，${unit}。${struck}${total}。`,
  shared: (place, unit, struck, total) => `並列第${place}名，${unit}。${struck}${total}。`,
  totals: {
    points: (_, total) => `最後得分，${total}分`,
    named: (name, total) => `${name}，${total}`,
    percent: (name, total) => `${name}，百分之${total}`,
    votes: (name, total) => `${name}，${total}票`,
  },
  withoutTotal: (place, unit) => `第${place}名，${unit}。`,
  struck: (high, low, isOfGroups) =>
    `${isOfGroups ? '各組' : ''}${[...(high ? [`去掉${high}個最高分`] : []), ...(low ? [`去掉${low}個最低分`] : [])].join('，')}，`,
  digits: (total) => `〔${total}〕`,
  ending: '宣布完畢。',
  unranked: '不念（沒有名次，或同分待決定）',
  unrankedOf: (unit, why) => `${unit}：${why}`,
};

const en: AnnouncerWords = {
  sheet: 'Announcer’s script',
  opening: (title, count) => `The results of ${title}: ${count} places, from the last to the first.`,
  ofDivision: (division) => `${division}.`,
  line: (place, unit, struck, total) => `In ${place} place: ${unit}. ${struck}${total}.`,
  shared: (place, unit, struck, total) => `Tied in ${place} place: ${unit}. ${struck}${total}.`,
  totals: {
    points: (_, total) => `Final score: ${total}`,
    named: (name, total) => `${name}: ${total}`,
    percent: (name, total) => `${name}: ${total} per cent`,
    votes: (name, total) => `${name}: ${total}`,
  },
  withoutTotal: (place, unit) => `In ${place} place: ${unit}.`,
  struck: (high, low, isOfGroups) => {
    const some = (count: string, which: string) => (count === '1' ? `the ${which}` : `the ${count} ${which}`);
    const ends = [...(high ? [some(high, 'highest')] : []), ...(low ? [some(low, 'lowest')] : [])];
    return `Without ${ends.join(' and ')}${isOfGroups ? ' of each group' : ''}. `;
  },
  digits: () => '',
  ending: 'This ends the announcement.',
  unranked: 'Not read (no place, or a tie to be decided)',
  unrankedOf: (unit, why) => `${unit}: ${why}`,
};

export const announcerWords: { readonly [language in Language]: AnnouncerWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
