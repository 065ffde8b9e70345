import { useState } from 'react';
import { attemptKey } from '../../shared/domain/attempts.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { AttemptView, UnitView } from '../../shared/views/view-sections.ts';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { roundInTheWay } from './open-rounds.ts';
import { PickOne } from './pick-one.tsx';
import { PickSome } from './pick-some.tsx';
import { ballotsFor, useBallotName, useRoundName } from './round-name.ts';
import { isVotedOn } from './standing-round.ts';
import { useWords } from './use-words.ts';

type OpenRoundView = Pick<
  ConsoleView,
  'event' | 'rounds' | 'exits' | 'result' | 'scheme' | 'stage' | 'ballots'
>;

/** Why no round can be opened now, whichever it is. */
function useNoRoundNow(view: OpenRoundView): string | null {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const { stage, result } = view;
  if (stage.phase === 'prepared') return t('refusal.event-not-started');
  if (result) return t('refusal.already-counted');
  const open = roundInTheWay(view);
  return open ? t('rounds.openIsOpen', { round: roundName(open) }) : null;
}

function isSecret({ secrecy }: BallotType): boolean {
  return secrecy === 'anonymous';
}

const idOf = (attempt: AttemptView | null): string => (attempt ? attemptKey(attempt) : '');

type WhatToOpen = {
  readonly view: OpenRoundView;
  readonly unit: UnitView | null;
  /** Of the unit; null where the vote is on the unit itself. */
  readonly attempt: AttemptView | null;
  readonly units: readonly UnitView[];
  /** Left to the host which units are on the paper: all that may be voted on now. */
  readonly isEvery: boolean;
  readonly forms: readonly BallotType[];
};

function useOpening({ view, unit, attempt, units, isEvery, forms }: WhatToOpen) {
  const { t } = useWords();
  const notNow = useNoRoundNow(view);
  const ids = forms.map(({ id }) => id);
  const stands = ids.some((form) => units.some(({ id }) => isVotedOn(view.rounds, id, { form, attempt })));
  const mixed = forms.some(isSecret) && !forms.every(isSecret);
  const blockedBy =
    notNow ??
    (forms.length === 0
      ? t('rounds.noForms')
      : units.length === 0
        ? t('rounds.noUnits')
        : !isEvery && units.length < 2
          ? t('rounds.oneUnit')
          : mixed
            ? t('refusal.forms-apart')
            : stands
              ? t('refusal.unit-has-round')
              : null);
  const command: OperatorCommand = {
    kind: 'OpenRound',
    unit: unit?.id ?? null,
    forms: ids,
    ...(attempt && { attempt: { list: attempt.list, id: attempt.id } }),
    ...(isEvery ? {} : { units: units.map(({ id }) => id) }),
  };
  const about = `open ${unit?.id ?? '*'} ${idOf(attempt)} ${units.map(({ id }) => id).join(' ')} ${ids.join(' ')}`;
  return { blockedBy, command, about };
}

function OpenButton({ what, label }: { what: WhatToOpen; label: string }) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const roundName = useRoundName(what.view);
  const { blockedBy, command, about } = useOpening(what);
  const { unit, attempt, units, forms } = what;
  return (
    <>
      <ConsoleButton
        isSmall
        label={label}
        blockedBy={blockedBy}
        onPress={() => arm('round', about, command)}
      />
      {blockedBy !== null && <span className={styles.hint}>{blockedBy}</span>}
      <ConfirmBar
        control="round"
        about={about}
        question={t('rounds.openAsk', {
          round: roundName({ unit, ...(attempt && { attempt }), units, forms: forms.map(({ id }) => id) }),
        })}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
}

function useFormOptions({ scheme }: OpenRoundView): (ballots: readonly BallotType[]) => readonly {
  readonly id: string;
  readonly name: string;
}[] {
  const { t } = useWords();
  const ballotName = useBallotName();
  return (ballots) =>
    ballots.map((ballot) => {
      const form = ballotName(ballot);
      return {
        id: ballot.id,
        name: scheme.tieBreak.includes(ballot.id) ? t('rounds.tieBreak', { form }) : form,
      };
    });
}

/** What a unit hasn't been voted on by yet: the unit itself, then its attempts in order, each with its ballots. */
function votesLeft(view: OpenRoundView, unit: UnitView) {
  const castings = view.scheme.castings.filter((casting) => !isVotedOn(view.rounds, unit.id, casting));
  const each = ballotsFor(view.ballots, false).flatMap((ballot) =>
    castings.filter(({ form }) => form === ballot.id).map(({ attempt }) => ({ ballot, attempt })),
  );
  const ons = [...new Set(each.map(({ attempt }) => idOf(attempt)))];
  return ons.map((id) => {
    const own = each.filter(({ attempt }) => idOf(attempt) === id);
    return { id, attempt: own[0]?.attempt ?? null, ballots: own.map(({ ballot }) => ballot) };
  });
}

/** Opens a round on one unit, or on an attempt of it, by hand, with the ballots that it hasn't been voted on by. */
export function OpenOnUnit({ view, unit }: { readonly view: OpenRoundView; readonly unit: UnitView }) {
  const { t, localise } = useWords();
  const formOptions = useFormOptions(view);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const votes = votesLeft(view, unit);
  const onStage = view.stage.unit?.id === unit.id ? idOf(view.stage.attempt ?? null) : null;
  const meant = [on, onStage].flatMap((id) => votes.find((vote) => vote.id === id) ?? [])[0] ?? votes[0];
  if (!meant || view.exits.some(({ id }) => id === unit.id)) return null;
  const { attempt, ballots: left } = meant;
  const usual = left.filter(({ id }) => !view.scheme.tieBreak.includes(id)).map(({ id }) => id);
  const forms = left.filter(({ id }) => (chosen ?? usual).includes(id));
  const name = unitAndAttempt(localise, unit, attempt);
  return (
    <div className={styles.act}>
      {votes.some((vote) => vote.attempt) && (
        <PickOne
          label={t('rounds.whichAttempt')}
          options={votes.map((vote) => ({
            id: vote.id,
            name: vote.attempt ? localise(vote.attempt.name) : t('rounds.unitItself'),
          }))}
          chosen={meant.id}
          onChoose={(id) => {
            setOn(id);
            setChosen(null);
          }}
        />
      )}
      {view.ballots.length > 1 && (
        <PickSome
          label={t('rounds.whichForms')}
          options={formOptions(left)}
          chosen={forms.map(({ id }) => id)}
          onChoose={setChosen}
        />
      )}
      <div className={styles.cards}>
        <OpenButton
          what={{ view, unit, attempt, units: [unit], isEvery: true, forms }}
          label={t('rounds.openOne', { unit: name })}
        />
      </div>
    </div>
  );
}

/** Opens a round on all units, or on some: a tie-break among those that are equal. */
export function OpenOnSeveral({ view }: { readonly view: OpenRoundView }) {
  const { t, localise } = useWords();
  const formOptions = useFormOptions(view);
  const [isOpen, setOpen] = useState(false);
  const [chosenForms, setForms] = useState<readonly string[] | null>(null);
  const [some, setSome] = useState<readonly string[] | null>(null);
  const ballots = ballotsFor(view.ballots, true);
  const usual = ballots.length === 1 ? ballots.map(({ id }) => id) : [];
  const forms = ballots.filter(({ id }) => (chosenForms ?? usual).includes(id));
  const standing = view.event.units.filter(({ id }) => view.exits.every((exit) => exit.id !== id));
  const units = some === null ? standing : standing.filter(({ id }) => some.includes(id));
  if (!isOpen)
    return (
      <div className={styles.cards}>
        <ConsoleButton isSmall label={t('rounds.openWide')} onPress={() => setOpen(true)} />
      </div>
    );
  return (
    <div className={styles.act}>
      {view.ballots.length > 1 && (
        <PickSome
          label={t('rounds.whichForms')}
          options={formOptions(ballots)}
          chosen={forms.map(({ id }) => id)}
          onChoose={setForms}
        />
      )}
      <div className={styles.cards}>
        <ConsoleButton
          isSmall
          isOn={some === null}
          label={t('rounds.everyUnit')}
          onPress={() => setSome(null)}
        />
        <ConsoleButton
          isSmall
          isOn={some !== null}
          label={t('rounds.theseUnits')}
          onPress={() => setSome(some ?? [])}
        />
      </div>
      {some !== null && (
        <PickSome
          label={t('rounds.whichUnits')}
          options={standing.map(({ id, name }) => ({ id, name: localise(name) }))}
          chosen={some}
          onChoose={setSome}
        />
      )}
      <div className={styles.cards}>
        <OpenButton
          what={{ view, unit: null, attempt: null, units, isEvery: some === null, forms }}
          label={t('rounds.openNow')}
        />
        <ConsoleButton isSmall isAlwaysThere label={t('cancel')} onPress={() => setOpen(false)} />
      </div>
    </div>
  );
}
