import type { Assumption } from '../../domain/scoring/rules/scoring-scheme.ts';
import { type Language, sameText } from '../../kernel/language.ts';
import type { Say } from './speaker.ts';

/** An assumption in one line: the place in the scheme's file, and what it says. */
const oneLine =
  /^((?:ballots|groups|nodes|facts|ranking|prizes|annual|stage|publish|units|divisions|outputs)(?:\.[\w-]+| and [\w.-]+)*): /;

function partText(say: Say, part: string): string {
  switch (part) {
    case 'ballots':
      return say('投票', '投票', 'Ballots');
    case 'groups':
      return say('评委组', '評委組', 'Groups');
    case 'facts':
      return say('赛事数据', '賽事數據', 'Facts of the event');
    case 'ranking':
      return say('名次', '名次', 'Ranking');
    case 'prizes':
      return say('奖项', '獎項', 'Prizes');
    case 'annual':
      return say('年度考核', '年度考核', 'Annual assessment');
    case 'stage':
      return say('下一阶段', '下一階段', 'Next stage');
    case 'publish':
      return say('公布', '公布', 'Publication');
    case 'units':
    case 'divisions':
      return say('参赛单位', '參賽單位', 'Units');
    case 'outputs':
      return say('其他数据', '其他數據', 'Other figures');
    default:
      return say('算法', '算法', 'Method');
  }
}

function read(assumption: Assumption): Exclude<Assumption, string> {
  if (typeof assumption !== 'string') return assumption;
  const [start = '', path] = oneLine.exec(assumption) ?? [];
  const text = assumption.slice(start.length);
  return path === undefined ? { text } : { path, text };
}

/** One assumption as a line of the card, after the part of the scheme that it is about. */
export function assumptionLine(say: Say, language: Language, assumption: Assumption): string {
  const { path, text } = read(assumption);
  const said = (typeof text === 'string' ? sameText(text) : text)[language];
  const ended = /[.。]$/.test(said) ? said : `${said}${say('。', '。', '.')}`;
  const [part] = path?.split('.') ?? [];
  if (part === undefined) return ended;
  const words = partText(say, part);
  return say(`${words}：${ended}`, `${words}：${ended}`, `${words}: ${ended}`);
}
