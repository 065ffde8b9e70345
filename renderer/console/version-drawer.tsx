import { useState } from 'react';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk, useSurroundings } from './desk-context.tsx';
import drawer from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { RefusalNote } from './refusal-note.tsx';
import stage from './stage.module.css';
import { useWords } from './use-words.ts';
import styles from './version-drawer.module.css';

type VersionView = Pick<ConsoleView, 'version'>;

/** Why nothing can be ordered now, in words; that the event is closed is what this is for. */
function useStopped(): string | null {
  const { t } = useWords();
  const { stoppedBy } = useSurroundings();
  return stoppedBy === null || stoppedBy === 'closed' ? null : t(`stopped.${stoppedBy}`);
}

/** A first press that arms `command`, and the second one beside what it does. */
function TwoPresses({
  label,
  question,
  command,
  blockedBy,
}: {
  readonly label: string;
  readonly question: string;
  readonly command: OperatorCommand;
  readonly blockedBy: string | null;
}) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const about = JSON.stringify(command);
  return (
    <>
      <ConsoleButton
        isSmall
        isAlwaysThere
        label={label}
        blockedBy={blockedBy}
        onPress={() => arm('version', about, command)}
      />
      <ConfirmBar
        isAlwaysThere
        control="version"
        about={about}
        question={question}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="version" />
    </>
  );
}

function Field({
  label,
  longest,
  text,
  onChange,
}: {
  readonly label: string;
  readonly longest: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label>
      <span className={controls.label}>{label}</span>
      <input
        className={controls.field}
        value={text}
        maxLength={longest}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Who orders it and why, then the two presses. */
function NewVersion({ number, file }: { readonly number: number; readonly file: string }) {
  const { t } = useWords();
  const stopped = useStopped();
  const [orderedBy, setOrderedBy] = useState('');
  const [reason, setReason] = useState('');
  const wish = { orderedBy: orderedBy.trim(), reason: reason.trim() };
  const isWhole = wish.orderedBy !== '' && wish.reason !== '';
  return (
    <div className={styles.form}>
      <Field label={t('version.orderedBy')} longest={100} text={orderedBy} onChange={setOrderedBy} />
      <Field label={t('version.reason')} longest={200} text={reason} onChange={setReason} />
      <TwoPresses
        label={t('version.make', { number })}
        question={t('version.question', { number, file })}
        command={{ kind: 'MakeVersion', ...wish }}
        blockedBy={stopped ?? (isWhole ? null : t('version.needed'))}
      />
    </div>
  );
}

/** 更正版本: how a closed event is corrected, by a version that supersedes it; in that one, what to do now. */
export function VersionDrawer({ view }: { readonly view: VersionView }) {
  const { t } = useWords();
  const stopped = useStopped();
  const { number, supersedes, next } = view.version;
  return (
    <Drawer title={t('version.title')} isNarrow>
      {supersedes && (
        <p className={drawer.hint}>
          {t('version.supersedes', {
            number,
            former: supersedes.version,
            n: supersedes.n,
            hash: supersedes.hash,
          })}
        </p>
      )}
      {next && <p className={drawer.hint}>{t('version.note')}</p>}
      {next?.isNoted && !next.isThere && (
        <p role="alert">{t('version.noted', { number: number + 1, file: next.file })}</p>
      )}
      {next && !next.isThere && !next.isNoted && <NewVersion number={number + 1} file={next.file} />}
      {next?.isThere && (
        <div className={styles.form}>
          <p>{t('version.isThere', { number: number + 1, file: next.file })}</p>
          <TwoPresses
            label={t('version.goOn', { number: number + 1 })}
            question={t('version.goOnQuestion', { file: next.file })}
            command={{ kind: 'OpenVersion' }}
            blockedBy={stopped}
          />
        </div>
      )}
      {(next || supersedes) && <p className={drawer.hint}>{t('version.after')}</p>}
    </Drawer>
  );
}

/** The way to it, only where the event is closed. */
export function CorrectedVersion({ view }: { readonly view: VersionView }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  if (!view.version.next) return null;
  return (
    <div className={stage.redo}>
      <ConsoleButton isSmall isAlwaysThere label={t('version.open')} onPress={() => openDrawer('version')} />
    </div>
  );
}
