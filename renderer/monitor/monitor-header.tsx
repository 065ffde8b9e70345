import { useTranslation } from 'react-i18next';
import type { VersionView } from '../../shared/views/version-view.ts';
import type { EventView } from '../../shared/views/view-sections.ts';
import type { Link } from '../connection/page-state.ts';
import { versionText } from './change-log.tsx';
import { DeviceHeader } from './device-header.tsx';

/** The header of the monitor's page, with what a superseding version supersedes. */
export function MonitorHeader({
  event,
  link,
  version = null,
  isSameMachine = false,
}: {
  readonly event: EventView | null;
  readonly link: Link;
  readonly version?: VersionView | null;
  readonly isSameMachine?: boolean;
}) {
  const { t } = useTranslation('monitor');
  return (
    <DeviceHeader
      title={t('title')}
      event={event}
      link={link}
      isSameMachine={isSameMachine}
      note={version ? versionText(t, version) : ''}
    />
  );
}
