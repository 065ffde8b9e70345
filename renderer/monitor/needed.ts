import type { MonitorView } from '../../shared/views/monitor-view.ts';

/** Whether the count waits for this page: for a signature, or for the end of an objection. */
export function isCountNeeded({ result, rule }: MonitorView): boolean {
  if (result?.phase !== 'counted') return false;
  if (result.objection) return result.objection.overridden === null;
  return rule.isMonitorRequired && !result.coSigned;
}

/** Whether anything waits for the monitor now. */
export function isNeeded(view: MonitorView): boolean {
  return view.proposals.length > 0 || isCountNeeded(view);
}
