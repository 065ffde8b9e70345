import { z } from 'zod';
import type { LocalText } from '../kernel/language.ts';
import type { AttemptRef } from './attempts.ts';
import { type BellPlan, type SceneName, sceneNames } from './event-definition.ts';
import { idText, localTextSchema } from './text-schema.ts';

/** A step of a template. Steps of one group stand together and are repeated, unit by unit. */
export type TemplateStep = {
  readonly id: string;
  readonly name: LocalText;
  /** `unit-post`: the post of the unit on stage, for steps of a group. */
  readonly who: LocalText | 'unit-post';
  /** `media` lasts as long as its film; until films are played it counts down its planned length. */
  readonly timer: 'down' | 'up' | 'none' | 'media';
  readonly seconds: number;
  readonly bells: BellPlan | null;
  readonly scene: SceneName;
  readonly group: string | null;
  readonly round: 'opens' | 'locks' | null;
  /** The ballots of its round; the usual ones where left out. */
  readonly forms?: readonly string[] | undefined;
  /** The attempt of the unit on stage that it is about, for steps of a group. */
  readonly attempt?: AttemptRef | undefined;
  readonly result: 'counts' | 'releases' | null;
  readonly isBackground: boolean;
};

export type AgendaTemplate = {
  readonly id: string;
  readonly name: LocalText;
  readonly steps: readonly TemplateStep[];
};

const templateStep = z
  .strictObject({
    id: idText,
    name: localTextSchema(),
    who: z.union([localTextSchema(), z.literal('unit-post')]),
    timer: z.enum(['down', 'up', 'none', 'media']),
    seconds: z.int().min(1).max(86_400),
    bells: z.enum(['speech', 'answer', 'ballot']).nullable(),
    scene: z.enum(sceneNames),
    group: idText.nullable().default(null),
    round: z.enum(['opens', 'locks']).nullable().default(null),
    forms: z.array(idText).min(1).max(20).optional(),
    attempt: z.strictObject({ list: idText, id: idText }).optional(),
    result: z.enum(['counts', 'releases']).nullable().default(null),
    isBackground: z.boolean().default(false),
  })
  .refine((step) => step.group !== null || step.who !== 'unit-post', {
    path: ['who'],
    message: 'unit-post needs a group: without one no unit is on stage',
  })
  .refine((step) => step.forms === undefined || step.round !== null, {
    path: ['forms'],
    message: 'only a step with a round names ballots',
  })
  .refine((step) => step.attempt === undefined || step.group !== null, {
    path: ['attempt'],
    message: 'an attempt needs a group: without one no unit is on stage',
  });

function groupIsTorn(steps: readonly { readonly group: string | null }[], index: number): boolean {
  const group = steps[index]?.group ?? null;
  if (group === null || steps[index - 1]?.group === group) return false;
  return steps.slice(0, index).some((step) => step.group === group);
}

/** Reads a template file; what is left out of a step is null or false. */
export const agendaTemplateSchema = z
  .strictObject({ id: idText, name: localTextSchema(), steps: z.array(templateStep).min(1).max(200) })
  .superRefine((template, context) => {
    template.steps.forEach((step, index) => {
      const path = ['steps', index];
      if (template.steps.findIndex((other) => other.id === step.id) !== index)
        context.addIssue({
          code: 'custom',
          path: [...path, 'id'],
          message: `the step ${step.id} is there twice`,
        });
      if (groupIsTorn(template.steps, index))
        context.addIssue({
          code: 'custom',
          path: [...path, 'group'],
          message: `the steps of group ${step.group} must stand together`,
        });
    });
  });
