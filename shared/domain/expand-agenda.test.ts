import { describe, expect, test } from 'vitest';
import { unitId } from '../kernel/brand.ts';
import { localText, sameText } from '../kernel/language.ts';
import { agendaTemplateSchema } from './agenda-template.ts';
import { expandAgenda } from './expand-agenda.ts';

const units = ['LC', 'ZN'].map((id) => ({ id: unitId(id), post: sameText(`post of ${id}`) }));

function stepNamed(id: string, more: object = {}) {
  const who = localText('主持人', '主持人', 'Chair');
  return { id, name: sameText(id), who, timer: 'down', seconds: 90, bells: null, scene: 'message', ...more };
}

function templateOf(steps: readonly object[]) {
  return agendaTemplateSchema.parse({ id: 'contest', name: sameText('Contest'), steps });
}

function messagesOf(steps: readonly object[]): readonly string[] {
  const parsed = agendaTemplateSchema.safeParse({ id: 'contest', name: sameText('Contest'), steps });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('expanding an agenda template (AGENDA-1)', () => {
  test('given a group of two steps, when expanded, then each unit has both before the next unit has one', () => {
    const agenda = expandAgenda(
      templateOf([
        stepNamed('open'),
        stepNamed('speak', { group: 'report', who: 'unit-post', round: 'opens' }),
        stepNamed('score', { group: 'report', round: 'locks' }),
        stepNamed('comment', { group: 'comment' }),
        stepNamed('close'),
      ]),
      units,
    );
    expect(agenda.map((step) => step.id)).toEqual([
      'open',
      'speak.LC',
      'score.LC',
      'speak.ZN',
      'score.ZN',
      'comment.LC',
      'comment.ZN',
      'close',
    ]);
    expect(agenda.map((step) => step.turn)).toEqual([
      null,
      'report.LC',
      'report.LC',
      'report.ZN',
      'report.ZN',
      'comment.LC',
      'comment.ZN',
      null,
    ]);
    expect(agenda[3]).toMatchObject({
      unit: 'ZN',
      template: 'speak',
      round: 'opens',
      who: sameText('post of ZN'),
    });
    expect(agenda[0]).toMatchObject({ unit: null, round: null, who: { en: 'Chair' } });
  });

  test('given a step as long as its film, when expanded, then it counts its planned length down', () => {
    const [step] = expandAgenda(templateOf([stepNamed('film', { timer: 'media', seconds: 120 })]), units);
    expect(step?.timer).toEqual({ kind: 'down', plannedMs: 120_000 });
  });

  test('given steps of one group with another between them, when read, then the template is refused there', () => {
    expect(
      messagesOf([stepNamed('a', { group: 'report' }), stepNamed('b'), stepNamed('c', { group: 'report' })]),
    ).toEqual(['steps.2.group: the steps of group report must stand together']);
  });

  test('given a step twice, a post without a unit or ballots without a round, when read, then each is named', () => {
    expect(messagesOf([stepNamed('a'), stepNamed('a')])).toEqual(['steps.1.id: the step a is there twice']);
    expect(messagesOf([stepNamed('a', { who: 'unit-post' })])).toEqual([
      'steps.0.who: unit-post needs a group: without one no unit is on stage',
    ]);
    expect(messagesOf([stepNamed('a', { forms: ['marks'] })])).toEqual([
      'steps.0.forms: only a step with a round names ballots',
    ]);
  });
});
