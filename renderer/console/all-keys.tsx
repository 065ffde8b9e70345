import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { KeyCap } from './key-cap.tsx';
import type { KeyIntent } from './keys.ts';
import { useWords } from './use-words.ts';

const groups = [
  { name: 'show', intents: ['next', 'back', 'redo', 'jump', 'confirm', 'cancel'] },
  {
    name: 'time',
    intents: ['pause', 'lessTime', 'moreTime', 'minute', 'minuteLess', 'bell', 'restart', 'fifteen'],
  },
  {
    name: 'round',
    intents: [
      'seats',
      'lock',
      'openRound',
      'voidRound',
      'up',
      'down',
      'bulk',
      'first',
      'second',
      'third',
      'fourth',
    ],
  },
  { name: 'result', intents: ['result', 'revealAll', 'peek', 'units', 'beside', 'changes'] },
  { name: 'wall', intents: ['freeze', 'black', 'message'] },
  { name: 'rest', intents: ['network', 'admit', 'retryDisk', 'allKeys'] },
] as const satisfies readonly { readonly name: string; readonly intents: readonly KeyIntent[] }[];

/** Every key, with what it does and what keeps it from doing it. */
export function AllKeys() {
  const { t } = useWords();
  return (
    <Drawer title={t('keys.title')}>
      <div className={styles.keyGroups}>
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{t(`keys.group.${group.name}`)}</h3>
            <ul>
              {group.intents.map((intent) => (
                <li key={intent}>
                  <span>
                    <KeyCap intent={intent} />
                  </span>
                  {t(`keys.${intent}`)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.hint}>{t('keys.rules')}</p>
    </Drawer>
  );
}
