import { ConsoleButton } from './console-button.tsx';
import styles from './drawer.module.css';

type PickSomeProps = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** Any of a few, all in sight, in the order in which they were chosen. */
export function PickSome({ label, options, chosen, onChoose }: PickSomeProps) {
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className={styles.pick}>
      <legend className={styles.hint}>{label}</legend>
      {options.map(({ id, name }) => (
        <ConsoleButton key={id} isSmall isOn={chosen.includes(id)} label={name} onPress={() => toggle(id)} />
      ))}
    </fieldset>
  );
}
