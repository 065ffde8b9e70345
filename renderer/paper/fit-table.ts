import styles from './paper.module.css';
import type { TableShape } from './sheet-table.tsx';

/** CSS pixels: 6 pt, the smallest type that a person can be asked to sign under. */
const smallestPx = 8;

/** Shrinks the type of a drawn table until it is no wider than the page, and says how it then stands. */
export function fitTable(table: HTMLTableElement, roomPx: number): TableShape {
  let fontSize = Number.parseFloat(getComputedStyle(table).fontSize);
  const width = () => table.getBoundingClientRect().width;
  while (width() > roomPx + 0.5 && fontSize > smallestPx) {
    fontSize = Math.max(smallestPx, fontSize - 0.5);
    table.style.fontSize = `${fontSize}px`;
  }
  const isDivided = width() > roomPx + 0.5;
  const names = [...table.querySelectorAll('th')];
  if (isDivided) {
    for (const name of names) name.style.minWidth = '';
    table.classList.add(styles.divided ?? '');
  }
  const widths = names.map((cell) => cell.getBoundingClientRect().width);
  return { widths, fontSize, isDivided };
}
