import type { Language } from '../kernel/language.ts';

/** Who goes on to the next stage, and what came from an earlier one. */
type StageWords = {
  /** In the name of the file of entrants. */
  readonly file: string;
  readonly carried: string;
  readonly unit: string;
  readonly measure: string;
  readonly number: string;
  readonly counts: string;
  readonly from: string;
  /** Where a stage ended: its event, the end of its log, its figures. */
  readonly source: (stage: string, entry: string, hash: string, figures: string) => string;
};

export const stageWords: { readonly [language in Language]: StageWords } = {
  'zh-Hans': {
    file: '晋级',
    carried: '前一阶段带入',
    unit: '单位',
    measure: '项目',
    number: '数值',
    counts: '计入',
    from: '来自',
    source: (stage, entry, hash, figures) =>
      `${stage}：日志第 ${entry} 条，指纹 ${hash}；成绩指纹 ${figures}`,
  },
  'zh-Hant': {
    file: '晉級',
    carried: '前一階段帶入',
    unit: '單位',
    measure: '項目',
    number: '數值',
    counts: '計入',
    from: '來自',
    source: (stage, entry, hash, figures) =>
      `${stage}：日誌第 ${entry} 條，指紋 ${hash}；成績指紋 ${figures}`,
  },
  en: {
    file: 'next stage',
    carried: 'Carried over from earlier stages',
    unit: 'Unit',
    measure: 'Item',
    number: 'Number',
    counts: 'Counts',
    from: 'From',
    source: (stage, entry, hash, figures) =>
      `${stage}: log entry ${entry}, hash ${hash}; hash of the figures ${figures}`,
  },
};
