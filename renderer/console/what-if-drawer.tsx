import { useState } from 'react';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { WhatIfAnswerView } from '../../shared/views/monitor-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { HeldCurtain, useCover } from './held-curtain.tsx';
import { ProposalList, useQuestionText } from './proposal-list.tsx';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import result from './result.module.css';
import { useWords } from './use-words.ts';

type Question = Extract<
  Extract<OperatorCommand, { kind: 'ProposeAct' }>['act'],
  { kind: 'what-if' }
>['question'];

function Answer({ answer }: { answer: WhatIfAnswerView }) {
  const { t, localise } = useWords();
  const questionText = useQuestionText();
  return (
    <section>
      <h3>{questionText(answer.question)}</h3>
      {answer.moved === null ? (
        <p className={styles.hint}>{t('whatIf.unseen')}</p>
      ) : answer.moved.length === 0 ? (
        <p>{t('whatIf.same')}</p>
      ) : (
        <table className={result.table}>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.unit')}</th>
              <th scope="col" className={result.figure}>
                {t('whatIf.now')}
              </th>
              <th scope="col" className={result.figure}>
                {t('whatIf.otherwise')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.moved.map(({ unit, place, otherwise }) => (
              <tr key={unit['zh-Hans']}>
                <td>{localise(unit)}</td>
                <td className={result.figure}>{place ?? '—'}</td>
                <td className={result.figure}>
                  <b>{otherwise ?? '—'}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** 测算: how the places would read under another rule. Asked with a reason, recorded, never public. */
export function WhatIfDrawer({
  view,
}: {
  readonly view: Pick<ConsoleView, 'event' | 'proposals' | 'whatIfs' | 'health' | 'result'>;
}) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const [question, setQuestion] = useState<Question | null>(null);
  const displays = view.health.displays.kind;
  const cover = useCover(displays);
  const withoutTrim = t('whatIf.withoutTrim');
  const groups = view.event.groups.map(({ id, name }) => ({
    id,
    label: t('whatIf.withoutGroup', { group: localise(name) }),
  }));
  const asked =
    question?.kind === 'without-group'
      ? (groups.find(({ id }) => id === question.group)?.label ?? '')
      : withoutTrim;
  const asking = view.proposals.filter(({ act }) => act.kind === 'what-if');
  const blockedBy = view.result ? null : t('refusal.result-not-counted');
  return (
    <Drawer title={t('whatIf.title')} isNarrow>
      <p className={styles.hint}>{t('whatIf.note')}</p>
      <div className={styles.cards}>
        <ConsoleButton
          label={withoutTrim}
          blockedBy={blockedBy}
          isOn={question?.kind === 'without-trim'}
          onPress={() => setQuestion({ kind: 'without-trim' })}
        />
        {groups.length > 1 &&
          groups.map(({ id, label }) => (
            <ConsoleButton
              key={id}
              label={label}
              blockedBy={blockedBy}
              isOn={question?.kind === 'without-group' && question.group === id}
              onPress={() => setQuestion({ kind: 'without-group', group: id })}
            />
          ))}
      </div>
      {question && (
        <ReasonForm
          key={asked}
          label={t('whatIf.reason', { question: asked })}
          presets={[t('whatIf.chairAsked'), t('whatIf.review')]}
          submitLabel={t('whatIf.submit')}
          onCancel={() => setQuestion(null)}
          onSubmit={(reason) =>
            void order('whatIf', {
              kind: 'ProposeAct',
              act: { kind: 'what-if', question },
              reason,
            }).then((outcome) => outcome === 'accepted' && setQuestion(null))
          }
        />
      )}
      <RefusalNote control="whatIf" />
      <ProposalList proposals={asking} />
      {view.whatIfs.length > 0 && cover.isCovered ? (
        <HeldCurtain displays={displays} count={view.result?.places ?? 0} />
      ) : (
        [...view.whatIfs].reverse().map((answer) => <Answer key={answer.proposal} answer={answer} />)
      )}
    </Drawer>
  );
}
