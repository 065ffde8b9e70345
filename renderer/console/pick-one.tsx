import { ConsoleButton } from './console-button.tsx';
import styles from './drawer.module.css';

type PickOneProps = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** One of a few, all in sight; which one is on is told by its ground and to a screen reader. */
export function PickOne({ label, options, chosen, onChoose }: PickOneProps) {
  return (
    <fieldset className={styles.pick}>
      <legend className={styles.hint}>{label}</legend>
      {options.map(({ id, name }) => (
        <ConsoleButton key={id} isSmall isOn={id === chosen} label={name} onPress={() => onChoose(id)} />
      ))}
    </fieldset>
  );
}
