import type { FittedText } from './fit-text.ts';

/** A fitted name, line by line, at its size. */
export function Lines({ text }: { readonly text: FittedText }) {
  return (
    <>
      {text.lines.map((line, index) => (
        // Lines of one name never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <span key={index} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
    </>
  );
}

/** A length in stage units as CSS. */
export const units = (count: number) => `calc(var(--u) * ${Math.round(count * 1000) / 1000})`;
