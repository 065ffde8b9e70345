import { z } from 'zod';
import indicatorsFictional from '../../resources/demo/indicators-fictional.json' with { type: 'json' };
import indicatorsReal from '../../resources/demo/indicators-real.json' with { type: 'json' };
import occasionFictional from '../../resources/demo/occasion-fictional.json' with { type: 'json' };
import occasionReal from '../../resources/demo/occasion-real.json' with { type: 'json' };
import panel from '../../resources/demo/panel.json' with { type: 'json' };
import unitsFictional from '../../resources/demo/units-fictional.json' with { type: 'json' };
import unitsReal from '../../resources/demo/units-real.json' with { type: 'json' };
import sixComparisons from '../../resources/schemes/built-in/S4-six-comparisons.json' with { type: 'json' };
import countyComparison from '../../resources/templates/county-comparison.json' with { type: 'json' };
import { agendaTemplateSchema } from '../../shared/domain/agenda-template.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import {
  groupSchema,
  parseEventDefinition,
  unitSchema,
} from '../../shared/domain/event-definition-schema.ts';
import { expandAgenda } from '../../shared/domain/expand-agenda.ts';

/**
 * `real`: the 2019 first session of the county arena, from public sources. A project or value whose source is
 * later than the session is left out, and what no source gives stays empty: invented facts never stand beside a
 * real name. `fictional`: the same contest with invented units, for everything that shows scores.
 */
export type DemoKind = 'real' | 'fictional';

const content = {
  real: { occasion: occasionReal, units: unitsReal, indicators: indicatorsReal },
  fictional: { occasion: occasionFictional, units: unitsFictional, indicators: indicatorsFictional },
};

const panelSchema = z.strictObject({
  groups: z.array(groupSchema.extend({ seats: z.int().min(1) })),
});

/** Seats S01, S02 … numbered through, group after group. */
function panelOf() {
  const { groups } = panelSchema.parse(panel);
  const seats = groups
    .flatMap((group) => Array.from({ length: group.seats }, () => group.id))
    .map((group, index) => ({ id: `S${String(index + 1).padStart(2, '0')}`, number: index + 1, group }));
  return { groups: groups.map(({ id, name }) => ({ id, name })), seats };
}

/**
 * The demo's definition. Its id is always the same: whoever creates an event file gives that event an id of its
 * own. Throws if a file in resources/ is damaged.
 */
export function demoDefinition(kind: DemoKind): EventDefinition {
  const { occasion, units, indicators } = content[kind];
  const definition = parseEventDefinition({
    ...occasion,
    isDemo: true,
    wallLanguage: 'zh-Hans',
    units,
    ...panelOf(),
    scheme: {
      ...sixComparisons,
      // The scheme asks for a monitor; the demo is run by one person alone, and its sheets say 无监督员.
      isMonitorRequired: false,
      // With a few devices at hand one group may well be empty: the demo must still come to a result.
      nodes: sixComparisons.nodes.map((node) => ({ ...node, emptyGroup: 'renormalise' })),
    },
    indicators,
    agenda: expandAgenda(agendaTemplateSchema.parse(countyComparison), z.array(unitSchema).parse(units)),
  });
  if (!definition.ok) throw new Error(`the demo event is damaged: ${JSON.stringify(definition.error)}`);
  return definition.value;
}
