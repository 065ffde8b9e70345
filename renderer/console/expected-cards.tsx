import { useState } from 'react';
import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './seats.module.css';
import { useWords } from './use-words.ts';

type ExpectedCardsProps = {
  readonly view: Pick<ConsoleView, 'event'>;
  readonly round: ConsoleRound;
};

type Card = ConsoleRound['cards'][number];

/** By how many more a group is to be waited for less; all that are due to begin with. */
function Lowering({
  round,
  card,
  name,
  onCancel,
}: {
  round: ConsoleRound;
  card: Card;
  name: string;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const [fewer, setFewer] = useState(card.due);
  const count = Math.min(Math.max(1, fewer), Math.max(1, card.due));
  const by = card.lowered + count;
  return (
    <>
      <label className={styles.fewer}>
        <span className={styles.hint}>{t('rounds.lowerHow', { group: name })}</span>
        <input
          className={controls.field}
          type="number"
          min={1}
          max={card.due}
          value={count}
          onChange={(event) => setFewer(Math.trunc(Number(event.target.value)))}
        />
      </label>
      <ReasonedAct
        control="missing"
        about={`lower ${round.round} ${card.group} ${by}`}
        label={t('rounds.lowerReason', { group: name, count })}
        presets={[t('missing.leave'), t('missing.notArrived'), t('missing.left'), t('missing.deviceFailed')]}
        submitLabel={t('rounds.lowerSubmit', { count })}
        question={t('rounds.lowerAsk', { group: name, count })}
        command={(reason) => ({ kind: 'LowerExpected', round: round.round, group: card.group, by, reason })}
        onCancel={onCancel}
      />
    </>
  );
}

function GroupCards({ round, card, name }: { round: ConsoleRound; card: Card; name: string }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<'lower' | 'restore' | null>(null);
  const isOpen = round.state === 'open';
  return (
    <li>
      <span className={styles.missingSeat}>
        <b className={classes(card.due > 0 && styles.attention)}>
          <Icon name={card.due > 0 ? 'pencil' : 'tick'} /> {name}
        </b>
        <span>{card.due > 0 ? t('rounds.dueShort', { count: card.due }) : t('rounds.dueNone')}</span>
      </span>
      {card.lowered > 0 && (
        <span className={styles.hint}>
          {t('rounds.loweredCount', { count: card.lowered })} · {card.reason}
        </span>
      )}
      {isOpen && asked === null && (card.due > 0 || card.lowered > 0) && (
        <div className={styles.presets}>
          {card.due > 0 && (
            <ConsoleButton isSmall label={t('rounds.lower')} onPress={() => setAsked('lower')} />
          )}
          {card.lowered > 0 && (
            <ConsoleButton isSmall isPlain label={t('rounds.restore')} onPress={() => setAsked('restore')} />
          )}
        </div>
      )}
      {isOpen && asked === 'lower' && card.due > 0 && (
        <Lowering round={round} card={card} name={name} onCancel={() => setAsked(null)} />
      )}
      {isOpen && asked === 'restore' && card.lowered > 0 && (
        <ReasonedAct
          control="missing"
          about={`restore ${round.round} ${card.group} ${card.lowered}`}
          label={t('rounds.restoreReason')}
          presets={[t('rounds.foundAgain')]}
          submitLabel={t('rounds.restoreSubmit')}
          question={t('rounds.restoreAsk', { group: name })}
          command={(reason) => ({
            kind: 'LowerExpected',
            round: round.round,
            group: card.group,
            by: 0,
            reason,
          })}
          onCancel={() => setAsked(null)}
        />
      )}
    </li>
  );
}

/** What a secret round still waits for, by group: nobody may say whose ballot it is. */
export function ExpectedCards({ view, round }: ExpectedCardsProps) {
  const { t, localise } = useWords();
  const title = round.due > 0 ? t('rounds.dueTitle', { count: round.due }) : t('rounds.dueNone');
  return (
    <section className={styles.missing} aria-label={title}>
      <h3>
        <span>{title}</span>
        <span className={styles.hint}>{t('rounds.secret')}</span>
      </h3>
      <p className={styles.hint}>{t('rounds.byGroupNote')}</p>
      <ul className={styles.missingList}>
        {view.event.groups.map(({ id, name }) => {
          const card = round.cards.find(({ group }) => group === id);
          return (
            card && (
              <GroupCards
                key={`${round.round} ${id} ${card.lowered}`}
                round={round}
                card={card}
                name={localise(name)}
              />
            )
          );
        })}
      </ul>
      <RefusalNote control="missing" />
    </section>
  );
}
