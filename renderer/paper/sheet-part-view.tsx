import type { CSSProperties } from 'react';
import styles from './paper.module.css';
import type { SheetPart } from './sheet-pieces.ts';

/** A share of the whole in per cent, for the length of a bar; the number itself stands beside it as text. */
function share(value: string, maximum: string): number {
  const [part, whole] = [Number(value), Number(maximum)];
  return whole > 0 ? Math.max(0, Math.min(100, (part / whole) * 100)) : 0;
}

function Bar({ name, value, maximum }: { name: string; value: string; maximum: string }) {
  return (
    <div className={styles.bar}>
      <span>{name}</span>
      <span className={styles.track}>
        <span className={styles.length} style={{ width: `${share(value, maximum)}%` }} />
      </span>
      <span className={styles.barValue}>
        <b>{value}</b> / {maximum}
      </span>
    </div>
  );
}

function indent(depth: number): CSSProperties {
  return { paddingLeft: `${depth * 5}mm` };
}

/** One undivided part of a sheet; rows of a table are drawn by their table. */
export function SheetPartView({ part }: { readonly part: Exclude<SheetPart, { kind: 'row' }> }) {
  switch (part.kind) {
    case 'heading':
      return <h2 className={styles.heading}>{part.text}</h2>;
    case 'line':
      return <p className={styles.line}>{part.text}</p>;
    case 'fact':
      return (
        <div className={styles.fact} data-wide={part.isWide}>
          <b>{part.name}</b>
          <span>{part.text}</span>
        </div>
      );
    case 'bar':
      return <Bar name={part.name} value={part.value} maximum={part.maximum} />;
    case 'branch':
      return (
        <div className={styles.branch}>
          <span style={indent(part.depth)}>
            {part.text}
            {part.note !== '' && <small className={styles.note}>{part.note}</small>}
          </span>
          {part.isOut ? <s>{part.value}</s> : <b>{part.value}</b>}
        </div>
      );
    case 'field':
      return (
        <div className={styles.field}>
          <b>{part.name}</b>
          <span className={styles.hint}>{part.hint}</span>
          <span className={styles.boxes}>
            {Array.from({ length: part.boxes }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: boxes have nothing but their place
              <i key={at} className={styles.box} />
            ))}
          </span>
        </div>
      );
    case 'signatures':
      return (
        <div className={styles.signatures}>
          {part.roles.map((role, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may sign in the same role
            <div key={at} className={styles.signature}>
              <span>{role}</span>
            </div>
          ))}
        </div>
      );
  }
}
