import { unitId } from '../../shared/kernel/brand.ts';
import { type LocalText, localText } from '../../shared/kernel/language.ts';
import type { AgendaRow } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { unitNames } from './wall-samples.ts';

export const units: readonly UnitView[] = unitNames.map((name, at) => ({ id: unitId(`e${at + 1}`), name }));

type Template = {
  readonly id: string;
  readonly name: LocalText;
  readonly who: LocalText;
  readonly plannedMs: number;
  readonly scene: string;
  readonly isBackground?: boolean;
};

export const seconds = (count: number) => count * 1000;
export const film: Template = {
  id: 'A3',
  name: localText('项目专题片', '項目專題片', 'Project film'),
  who: localText('播放', '播放', 'Playback'),
  plannedMs: seconds(120),
  scene: 'project_film',
};
export const speech: Template = {
  id: 'A4',
  name: localText('汇报发言', '匯報發言', 'Speech'),
  who: localText('县（市、区）委书记', '縣（市、區）委書記', 'County Party secretary'),
  plannedMs: seconds(300),
  scene: 'speaker_timer',
};
export const scoring: Template = {
  id: 'A4b',
  name: localText('评分', '評分', 'Scoring'),
  who: localText('评议团', '評議團', 'Panel'),
  plannedMs: seconds(90),
  scene: 'ballot_progress',
};
export const comment: Template = {
  id: 'A7',
  name: localText('市长逐一点评', '市長逐一點評', 'Mayor’s comments'),
  who: localText('市长', '市長', 'Mayor'),
  plannedMs: seconds(90),
  scene: 'comment_card',
};
export const opening: readonly Template[] = [
  {
    id: 'A0',
    name: localText('候场 签到 设备自检', '候場 簽到 設備自檢', 'Check-in'),
    who: localText('会务', '會務', 'Stewards'),
    plannedMs: seconds(1800),
    scene: 'checkin',
  },
  {
    id: 'A1',
    name: localText('主持人宣布开始 说明规则', '主持人宣佈開始 說明規則', 'Opening and rules'),
    who: localText('主持人', '主持人', 'Chair'),
    plannedMs: seconds(300),
    scene: 'title_rules',
  },
  {
    id: 'A2',
    name: localText('指标亮晒通报', '指標亮曬通報', 'Indicators'),
    who: localText('督考办', '督考辦', 'Supervision office'),
    plannedMs: seconds(480),
    scene: 'indicator_ranks',
  },
];
export const closing: readonly Template[] = [
  {
    id: 'A8',
    name: localText('结果发布', '結果發佈', 'Results'),
    who: localText('主持人', '主持人', 'Chair'),
    plannedMs: seconds(120),
    scene: 'result_ranks',
  },
  {
    id: 'A9',
    name: localText('市委书记总结讲话', '市委書記總結講話', 'Closing speech'),
    who: localText('市委书记', '市委書記', 'City Party secretary'),
    plannedMs: seconds(1200),
    scene: 'title_quiet',
  },
  {
    id: 'A10',
    name: localText('交办签收 散会', '交辦簽收 散會', 'Hand-over'),
    who: localText('会务', '會務', 'Stewards'),
    plannedMs: seconds(180),
    scene: 'handover_qr',
  },
];
const count: Template = {
  id: 'A6',
  name: localText('封票 计票复核', '封票 計票複核', 'Count and check'),
  who: localText('操作员', '操作員', 'Operator'),
  plannedMs: seconds(180),
  scene: 'counting',
  isBackground: true,
};

type SampleStep = Template & { readonly step: string; readonly unit: string | null };

const once = (template: Template): SampleStep => ({ ...template, step: template.id, unit: null });
export const steps: readonly SampleStep[] = [
  ...opening.map(once),
  ...units.flatMap((unit) =>
    [film, speech, scoring].map((template) => ({
      ...template,
      step: `${template.id}.${unit.id}`,
      unit: unit.id,
    })),
  ),
  once(count),
  ...units.map((unit) => ({ ...comment, step: `A7.${unit.id}`, unit: unit.id })),
  ...closing.map(once),
];

/** Steps run a little long or short, always in the same way. */
const drift = (at: number) => seconds([12, 31, -8, 22, 5, 40, -13][at % 7] ?? 0);

export function agendaRows(step: string | null, intoStepMs: number, now: number): readonly AgendaRow[] {
  const current = steps.findIndex((each) => each.step === step);
  const lengths = steps.map((each, at) => each.plannedMs + drift(at));
  const startOf = (at: number) =>
    now -
    intoStepMs -
    lengths
      .slice(at, current)
      .reduce((sum, length, index) => sum + (steps[at + index]?.isBackground ? 0 : length), 0);
  return steps.map((each, at) => {
    const isBackground = each.isBackground ?? false;
    const hasStarted = at <= current;
    const isEnded = at < current;
    const startedWall = hasStarted ? startOf(at) : null;
    return {
      step: each.step,
      name: each.name,
      who: each.who,
      unit: each.unit,
      plannedMs: each.plannedMs,
      scene: each.scene,
      isBackground,
      state: at === current ? 'current' : isEnded ? 'done' : 'ahead',
      startedWall,
      endedWall: isEnded && startedWall !== null ? startedWall + (lengths[at] ?? 0) : null,
    };
  });
}
