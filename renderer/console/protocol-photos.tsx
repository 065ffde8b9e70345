import { useCallback, useRef, useState } from 'react';
import { attachmentTypes } from '../../shared/domain/attachment.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useSurroundings } from './desk-context.tsx';
import drawer from './drawer.module.css';
import styles from './protocol-photos.module.css';
import { useRefusalText } from './refusal-note.tsx';
import { photoAddress, sendPhoto } from './send-photo.ts';
import { useWords } from './use-words.ts';

type PhotoView = Pick<ConsoleView, 'attachments' | 'result' | 'round'>;

type Refusal = { readonly name: string; readonly code: string };

/** Sends chosen files one after the other; what the host refuses is kept until the next are chosen. */
function useSending(count: number | null) {
  const { token } = useSurroundings();
  const [sending, setSending] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const send = useCallback(
    async (files: readonly File[]) => {
      if (count === null) return;
      setRefusals([]);
      for (const file of files) {
        setSending(file.name);
        const code = await sendPhoto(token, file, count);
        if (code !== null) setRefusals((before) => [...before, { name: file.name, code }]);
      }
      setSending(null);
    },
    [token, count],
  );
  return { sending, refusals, send };
}

function PhotoList({ attachments }: Pick<PhotoView, 'attachments'>) {
  const { t } = useWords();
  const { token } = useSurroundings();
  return (
    <ul className={styles.photos}>
      {attachments.map(({ hash, name, bytes, count }) => (
        <li key={hash}>
          <a className={styles.name} href={photoAddress(hash, token)} download>
            {name}
          </a>
          <span>{t('photo.size', { kib: Math.ceil(bytes / 1024) })}</span>
          <span>{t('photo.ofCount', { number: count })}</span>
          <code className={styles.hash} title={hash}>
            {t('photo.hash', { first: hash.slice(0, 8), last: hash.slice(-8) })}
          </code>
        </li>
      ))}
    </ul>
  );
}

/** Photos of the signed protocol: which are attached, and the way to attach another. */
export function ProtocolPhotos({ view }: { readonly view: PhotoView }) {
  const { t } = useWords();
  const refusalText = useRefusalText();
  const input = useRef<HTMLInputElement>(null);
  const { sending, refusals, send } = useSending(view.result?.count ?? null);
  const blockedBy = () => {
    if (sending !== null) return t('photo.sending', { name: sending });
    if (view.round?.state === 'open') return t('refusal.rounds-open');
    return view.result === null ? t('photo.afterCount') : null;
  };
  return (
    <section>
      <h3>{t('photo.title')}</h3>
      <PhotoList attachments={view.attachments} />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={attachmentTypes.join(',')}
        aria-label={t('photo.choose')}
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          // The same file may be chosen again.
          currentTarget.value = '';
          void send(files);
        }}
      />
      <ConsoleButton
        isSmall
        label={t('photo.choose')}
        blockedBy={blockedBy()}
        onPress={() => input.current?.click()}
      />
      <p className={drawer.hint} role="status">
        {sending === null ? t('photo.note') : t('photo.sending', { name: sending })}
      </p>
      {refusals.map(({ name, code }) => (
        <p key={name} className={controls.refusal} role="alert">
          <Icon name="warning" /> {t('photo.refused', { name, why: refusalText(code) })}
        </p>
      ))}
    </section>
  );
}
