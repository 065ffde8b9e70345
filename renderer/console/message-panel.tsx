import { useEffect, useRef, useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './stage.module.css';
import { useKey } from './use-key.ts';
import { useWords } from './use-words.ts';

const longestMessage = 120;

/** M, then 1–3, sends a ready message. Mounted only while M waits, so that its digits come before others'. */
function ReadyKeys({
  messages,
  onPick,
  onType,
}: {
  messages: readonly string[];
  onPick: (text: string) => void;
  onType: () => void;
}) {
  const pick = (at: number) => {
    const text = messages[at];
    if (text !== undefined) onPick(text);
  };
  useKey('first', () => pick(0));
  useKey('second', () => pick(1));
  useKey('third', () => pick(2));
  useKey('message', onType);
  useKey('cancel', () => onPick(''));
  return null;
}

function MessageState({ message }: { message: NonNullable<ConsoleView['message']> }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const { text, sentWall, acknowledgedWall } = message;
  return (
    <p className={styles.note}>
      <Icon name={acknowledgedWall === null ? 'ring' : 'tick'} />
      <span>
        {t('message.shown', { text, time: timeOfDay(sentWall, true) })} ·{' '}
        {acknowledgedWall === null
          ? t('message.waiting')
          : t('message.confirmed', { time: timeOfDay(acknowledgedWall, true) })}
      </span>
      <ConsoleButton
        isSmall
        isPlain
        label={t('message.clear')}
        onPress={() => void order('message', { kind: 'ClearPrompt' })}
      />
    </p>
  );
}

/** Words to the prompter: press M, then a digit, or M again and type. */
export function MessagePanel({ view }: { readonly view: Pick<ConsoleView, 'message'> }) {
  const { t } = useWords();
  const { isStopped } = useSurroundings();
  const order = useDesk((desk) => desk.order);
  const isPicking = useDesk((desk) => desk.isPickingPrompt);
  const pickPrompt = useDesk((desk) => desk.pickPrompt);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const messages = [t('message.ready1'), t('message.ready2'), t('message.ready3')];

  const send = async (words: string) => {
    pickPrompt(false);
    if (isStopped || words.trim() === '') return;
    const outcome = await order('message', { kind: 'SendPrompt', text: words.trim() });
    if (outcome === 'accepted' && words === text) setText('');
  };
  const type = () => {
    pickPrompt(false);
    field.current?.focus();
  };
  useEffect(() => () => pickPrompt(false), [pickPrompt]);

  return (
    <div className={styles.work}>
      {isPicking && <ReadyKeys messages={messages} onPick={(words) => void send(words)} onType={type} />}
      <div className={styles.writing}>
        <b>
          {t('message.title')} <kbd>M</kbd>
        </b>
        <input
          ref={field}
          className={controls.field}
          aria-label={t('message.title')}
          placeholder={isPicking ? t('message.picking') : t('message.placeholder')}
          value={text}
          maxLength={longestMessage}
          disabled={isStopped}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key !== 'Enter' || event.repeat) return;
            event.currentTarget.blur();
            void send(text);
          }}
        />
      </div>
      <div className={styles.controls}>
        {messages.map((message, at) => (
          <button
            key={message}
            type="button"
            className={isStopped ? styles.readyStopped : isPicking ? styles.readyPicked : styles.ready}
            aria-disabled={isStopped}
            onClick={() => void send(message)}
          >
            <kbd>M {at + 1}</kbd> {message}
          </button>
        ))}
      </div>
      {view.message && <MessageState message={view.message} />}
      <RefusalNote control="message" />
    </div>
  );
}
