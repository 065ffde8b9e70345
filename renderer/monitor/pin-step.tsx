import { type FormEvent, useEffect, useReducer, useRef, useState } from 'react';
import { usePage } from '../connection/page-store.ts';
import type { PinDesk, PinQuestion } from '../connection/pin-desk.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import styles from './monitor.module.css';

/** Whole seconds until a wall time; 0 once it is over. */
function useSecondsUntil(wall: number): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((wall - Date.now()) / 1_000));
}

function PinField({
  label,
  value,
  change,
  isFirst = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly isFirst?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  return (
    <label className={styles.pinField}>
      <span>{label}</span>
      <input
        ref={input}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={value}
        onChange={(event) => change(event.target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}

/** Asks the second person at the host's own machine for the PIN: before anything is shown, and before each signature. */
function PinForm({ pins, question }: { readonly pins: PinDesk; readonly question: PinQuestion }) {
  const words = pinWords[useLanguage().language];
  const fault = usePage(pins.store, (state) => state.fault);
  const seconds = useSecondsUntil(usePage(pins.store, (state) => state.waitUntil));
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const isNew = question.kind === 'choose';
  const isSigning = question.purpose === 'sign';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seconds > 0) return;
    pins.answer(pin, again);
    setPin('');
    setAgain('');
  };
  return (
    <form className={styles.pin} onSubmit={submit}>
      <h1 id="pin-title">{isNew ? words.chooseTitle : isSigning ? words.signTitle : words.comeInTitle}</h1>
      {isNew && <p>{words.form}</p>}
      <PinField label={words.pin} value={pin} change={setPin} isFirst />
      {isNew && <PinField label={words.again} value={again} change={setAgain} />}
      <p className={styles.pinFault} role="alert">
        {fault && words.faults[fault]}
        {seconds > 0 && ` · ${words.wait(seconds)}`}
      </p>
      <div className={styles.buttons}>
        {isSigning && (
          <button type="button" className={styles.button} onClick={pins.giveUp}>
            {words.giveUp}
          </button>
        )}
        {question.mayChooseAnew && !isNew && (
          <button type="button" className={styles.button} onClick={pins.chooseAnew}>
            {words.chooseAnew}
          </button>
        )}
        <button type="submit" className={styles.act} disabled={pin === '' || seconds > 0}>
          {isSigning ? words.sign : words.comeIn}
        </button>
      </div>
      <p className={styles.pinHelp}>{words.help}</p>
    </form>
  );
}

/** The PIN question that stands, over whatever the page shows; nothing while none is asked. */
export function PinStep({ pins }: { readonly pins: PinDesk }) {
  const question = usePage(pins.store, (state) => state.question);
  if (!question) return null;
  return (
    <div className={styles.pinCover} role="dialog" aria-modal="true" aria-labelledby="pin-title">
      <PinForm key={`${question.purpose} ${question.kind}`} pins={pins} question={question} />
    </div>
  );
}
