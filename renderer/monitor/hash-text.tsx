import styles from './monitor.module.css';

/** A hash in fours, to be compared by eye with a sheet or another screen. */
export function HashText({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <p className={styles.hash}>
      <span>{name}</span>
      <code>{hash.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
  );
}
