import { describe, expect, test } from 'vitest';
import { demoDefinition } from '../../electron/host/demo-event.ts';
import { sameText } from '../kernel/language.ts';
import { documentName } from './document-name.ts';

const definition = demoDefinition('fictional');
const state = { definition, schemeHash: '', result: { kind: 'none' } } as const;
const long = { ...state, definition: { ...definition, title: sameText('温州市第一季度'.repeat(20)) } };
const county = '示例第一县经济开发与社会事业发展'.repeat(5);

describe('what a document’s file is called', () => {
  test('is its marks, the event, what it is about, and which document it is', () => {
    expect(documentName(state, { about: '示例一县', name: '单位成绩单' }, 'zh-Hans')).toBe(
      '演示 示例擂台·六比竞赛 第一场 示例一县 单位成绩单',
    );
    expect(documentName(state, { name: 'Result' }, 'en')).toMatch(/^demo .* Result$/);
  });

  test('given a title and a unit that are too long, then both are shortened, and the documents of the unit are told apart', () => {
    const names = ['单位成绩单', '分数由来'].map((name) =>
      documentName(long, { about: county, name }, 'zh-Hans'),
    );
    expect(names[0]).toMatch(/^演示 温州市第一季度.*… 第一场 示例第一县.*… 单位成绩单$/);
    expect(names[1]).toBe(names[0]?.replace('单位成绩单', '分数由来'));
    for (const name of names) expect(Buffer.byteLength(`1000 ${name}.xlsx`)).toBeLessThanOrEqual(255);
  });
});
