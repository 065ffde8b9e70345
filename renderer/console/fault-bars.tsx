import { useState } from 'react';
import type { ConsoleView, EventFileHealth } from '../../shared/views/console-view.ts';
import type { Link } from '../connection/page-state.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import { classes } from './classes.ts';
import styles from './console.module.css';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { elapsedText } from './time-text.ts';
import { useTicking } from './use-now.ts';
import { useWords } from './use-words.ts';

function Bar({
  icon,
  title,
  text,
  children,
  isFault = false,
}: {
  icon: IconName;
  title: string;
  text: string;
  children?: React.ReactNode;
  isFault?: boolean;
}) {
  return (
    <div className={classes(styles.bar, isFault ? styles.fault : styles.warning)} role="alert">
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      <div className={styles.barButtons}>{children}</div>
    </div>
  );
}

/** The only red on the console: the host can't write. */
function DiskBar({ disk }: { disk: ConsoleView['health']['disk'] & { kind: 'failed' } }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  return (
    <Bar
      isFault
      icon="stop"
      title={t('disk.title', { reason: disk.reason })}
      text={t('disk.text', { time: timeOfDay(disk.sinceWall, true), entry: disk.lastGood })}
    >
      <ConsoleButton
        isAlwaysThere
        label={t('disk.retry')}
        intent="retryDisk"
        onPress={() => void order('disk', { kind: 'RetryDisk' })}
      />
      <RefusalNote control="disk" />
    </Bar>
  );
}

function GapBar({ gap }: { gap: NonNullable<ConsoleView['health']['gap']> }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const settle = (isCounted: boolean) => void order('gap', { kind: 'SettleClockGap', isCounted });
  const time = elapsedText(gap.gapMs);
  return (
    <Bar icon="warning" title={t(`gap.${gap.reason}`, { time })} text={t('gap.text')}>
      <ConsoleButton label={t('gap.leave')} intent="first" onPress={() => settle(false)} />
      <ConsoleButton label={t('gap.count', { time })} intent="second" onPress={() => settle(true)} />
      <RefusalNote control="gap" />
    </Bar>
  );
}

function LostBar({ sinceMs }: { sinceMs: number }) {
  const { t } = useWords();
  const seconds = useTicking(() => Math.max(0, Math.floor((performance.now() - sinceMs) / 1000)));
  return <Bar icon="offline" title={t('lost.title', { count: seconds })} text={t('lost.text')} />;
}

function AddressBar({ network }: { network: ConsoleView['network'] }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  if (network.lostAddress === null) return null;
  return (
    <Bar icon="warning" title={t('address.title', { address: network.lostAddress })} text={t('address.text')}>
      <ConsoleButton isAlwaysThere label={t('network.title')} onPress={() => openDrawer('network')} />
    </Bar>
  );
}

type FileFindings = NonNullable<EventFileHealth['findings']>;

/** What is wrong with the first entry found, as far as an operator can tell such things apart. */
function findingWord(code: FileFindings['code']) {
  switch (code) {
    case 'signature-bad':
    case 'signature-key':
    case 'signed-differs':
    case 'not-co-signed':
    case 'monitor-dropped':
      return `file.${code}` as const;
    default:
      return 'file.checkpoint';
  }
}

function FileBar({ file, onNoted }: { readonly file: EventFileHealth; readonly onNoted: () => void }) {
  const { t } = useWords();
  const { notice, findings } = file;
  const noted = <ConsoleButton isAlwaysThere label={t('file.noted')} onPress={onNoted} />;
  if (findings) {
    const { count, entry, code } = findings;
    return (
      <Bar
        icon="warning"
        title={t('file.findings', { count })}
        text={t('file.findingsText', { entry, what: t(findingWord(code)) })}
      >
        {noted}
      </Bar>
    );
  }
  if (!notice) return null;
  return (
    <Bar icon="warning" title={t(`file.${notice}`)} text={t(`file.${notice}Text`)}>
      {noted}
    </Bar>
  );
}

/** What has gone wrong, over the whole width, the gravest first; one at a time, so that the show stays in sight. */
export function FaultBars({
  view,
  link,
}: {
  readonly view: Pick<ConsoleView, 'health' | 'network'>;
  readonly link: Link;
}) {
  const { t } = useWords();
  const { health, network } = view;
  const { file } = health;
  // What was noted stays away until the file has more to say.
  const [noted, setNoted] = useState('null null');
  const said = `${file.notice} ${file.findings?.count ?? null}`;
  if (link.kind === 'lost') return <LostBar sinceMs={link.sinceMs} />;
  if (health.disk.kind === 'failed') return <DiskBar disk={health.disk} />;
  if (health.isReadOnly) return <Bar icon="lock" title={t('readOnly.title')} text={t('readOnly.text')} />;
  if (health.gap) return <GapBar gap={health.gap} />;
  if (network.lostAddress === null && said !== noted)
    return <FileBar file={file} onNoted={() => setNoted(said)} />;
  return <AddressBar network={network} />;
}
