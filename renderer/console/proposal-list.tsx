import type { ProposalView, WhatIfView } from '../../shared/views/monitor-view.ts';
import { Icon } from '../ui/icon.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { RefusalNote } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

/** A question about the result in words: without the trim, without a group. */
export function useQuestionText(): (question: WhatIfView) => string {
  const { t, localise } = useWords();
  return (question) =>
    question.kind === 'without-trim'
      ? t('whatIf.withoutTrim')
      : t('whatIf.withoutGroup', { group: localise(question.group) });
}

function useActText(): (act: ProposalView['act']) => string {
  const { t, localise } = useWords();
  const questionText = useQuestionText();
  return (act) => {
    if (act.kind === 'take-back') return t('rounds.takeBackAct');
    if (act.kind === 'close') return t('acts.close');
    if (act.kind === 'what-if') return t('acts.whatIf', { question: questionText(act.question) });
    const unit = localise(act.unit);
    if (act.kind === 'reopen') return t('acts.reopen', { unit });
    return act.toUnit ? t('acts.voidTo', { unit, to: localise(act.toUnit) }) : t('acts.void', { unit });
  };
}

/** What the operator has asked the monitor to agree to; each can be taken back until then. */
export function ProposalList({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const actText = useActText();
  if (proposals.length === 0) return <RefusalNote control="act" />;
  return (
    <div>
      <ul className={styles.list}>
        {proposals.map(({ id, act, reason }) => (
          <li key={id} className={styles.line}>
            <b className={styles.attention}>
              <Icon name="hourglass" /> {t('acts.waiting')}
            </b>
            <span>{[actText(act), ...(reason === '' ? [] : [reason])].join(' · ')}</span>
            <ConsoleButton
              isSmall
              label={t('acts.drop')}
              onPress={() => void order('act', { kind: 'DropAct', proposal: id })}
            />
          </li>
        ))}
      </ul>
      <RefusalNote control="act" />
    </div>
  );
}
