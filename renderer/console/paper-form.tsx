import { useState } from 'react';
import { paperFaults } from '../../shared/domain/ballot-paper.ts';
import type { ConsoleRound, ConsoleSeat } from '../../shared/views/console-view.ts';
import { checkPaper } from '../ballot-paper/check-paper.ts';
import { type Paper, type PaperValues, partsOf, withField } from '../ballot-paper/paper.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { secondPressAfterMs } from './desk-store.ts';
import styles from './drawer.module.css';
import { PaperPartFields } from './paper-part-fields.tsx';
import { PaperReadBack } from './paper-read-back.tsx';
import { valuesAsWritten } from './paper-values.ts';
import { useRefusalText } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

/** The next field of the same form, or none after the last. */
function fieldAfter(field: HTMLInputElement): HTMLInputElement | null {
  const fields = [...(field.closest('[data-paper]')?.querySelectorAll('input') ?? [])];
  return fields[fields.indexOf(field) + 1] ?? null;
}

/** What a paper breaks without being refused, said before it is entered. */
function PaperNotes({ paper, values }: { paper: Paper; values: PaperValues }) {
  const { t } = useWords();
  const faultWords = useRefusalText();
  const faults = paperFaults(paper.shape, partsOf(paper), values);
  const notes = [...new Set(faults.map(({ code, effect }) => `${effect} ${code}`))];
  return notes.map((note) => {
    const [effect = '', code = ''] = note.split(' ');
    const why = faultWords(code);
    return (
      <p key={note} className={styles.attention}>
        ▲ {effect === 'void' ? t('rounds.paperVoid', { why }) : t('rounds.paperWarn', { why })}
      </p>
    );
  });
}

/** A paper ballot of any kind: typed in as it was filled in, read back, then entered. */
export function PaperForm({
  paper,
  round,
  seat,
}: {
  readonly paper: Paper;
  readonly round: ConsoleRound;
  readonly seat: ConsoleSeat;
}) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const closeDrawer = useDesk((desk) => desk.closeDrawer);
  const faultWords = useRefusalText();
  const [written, setWritten] = useState<PaperValues>({});
  const [readSince, setReadSince] = useState<number | null>(null);
  const { leftCount } = checkPaper(paper, written);
  const values = valuesAsWritten(paper, written);
  const reason = round.decisions.find((decided) => decided.seat === seat.seat)?.reason ?? '';
  const refused = paperFaults(paper.shape, partsOf(paper), values).find(({ effect }) => effect === 'refuse');
  const blockedBy =
    leftCount > 0 ? t('paper.left', { count: leftCount }) : refused ? faultWords(refused.code) : null;
  const readBack = () => setReadSince(performance.now());
  const enter = () => {
    // The press that filled in the last field must not be the one that enters it all.
    if (readSince === null || performance.now() - readSince < secondPressAfterMs) return;
    const command = {
      kind: 'EnterPaperBallot',
      round: round.round,
      seat: seat.seat,
      values,
      reason,
    } as const;
    void order('paper', command).then((outcome) => {
      if (outcome === 'accepted') closeDrawer();
      else setReadSince(null);
    });
  };

  if (readSince !== null)
    return (
      <>
        <h3>{t('paper.readBack')}</h3>
        <PaperNotes paper={paper} values={values} />
        <PaperReadBack paper={paper} values={values} />
        <div className={styles.cards}>
          <ConsoleButton isOn label={t('paper.enter')} intent="confirm" onPress={enter} />
          <ConsoleButton isAlwaysThere label={t('paper.change')} onPress={() => setReadSince(null)} />
        </div>
      </>
    );
  return (
    <>
      <p className={styles.hint}>{t('paper.explain')}</p>
      <p className={styles.hint}>{t('paper.reason', { reason })}</p>
      <div className={styles.marks} data-paper="">
        {paper.parts.map((ballot, at) => (
          <PaperPartFields
            key={ballot.id}
            paper={paper}
            ballot={ballot}
            values={written}
            isFirst={at === 0}
            onWrite={(field, text) => setWritten((before) => withField(before, field, text))}
            onEnter={(field) => {
              const next = fieldAfter(field);
              if (next) next.focus();
              else if (blockedBy === null) {
                field.blur();
                readBack();
              }
            }}
          />
        ))}
      </div>
      <div className={styles.cards}>
        <ConsoleButton label={t('paper.toReadBack')} blockedBy={blockedBy} onPress={readBack} />
      </div>
    </>
  );
}
