import { classes } from './classes.ts';
import controls from './controls.module.css';

type PaperFieldProps = {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly isFirst: boolean;
  readonly isWords?: boolean;
  readonly onChange: (text: string) => void;
  readonly onEnter: (field: HTMLInputElement) => void;
};

const longestMark = 8;
const longestWords = 200;

/** One field of a paper ballot. Enter goes on to the next; an IME's Enter doesn't. */
export function PaperField(props: PaperFieldProps) {
  const { label, text, isWrong, isFirst, isWords = false, onChange, onEnter } = props;
  return (
    <input
      className={classes(controls.field)}
      aria-label={label}
      inputMode={isWords ? 'text' : 'decimal'}
      autoComplete="off"
      // biome-ignore lint/a11y/noAutofocus: opened by the operator's own press
      autoFocus={isFirst}
      aria-invalid={isWrong}
      value={text}
      maxLength={isWords ? longestWords : longestMark}
      onChange={(event) => {
        const typed = event.target.value;
        onChange(isWords ? typed : typed.trim().replace(/[。．]/g, '.'));
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key !== 'Enter' || event.repeat) return;
        event.preventDefault();
        event.stopPropagation();
        onEnter(event.currentTarget);
      }}
    />
  );
}
