import { useState } from 'react';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { roundInTheWay } from './open-rounds.ts';
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

type WhatToOpen = {
  readonly view: OpenRoundView;
  readonly unit: UnitView | null;
  readonly units: readonly UnitView[];
  /** Left to the host which units are on the paper: all that may be voted on now. */
  readonly isEvery: boolean;
  readonly forms: readonly BallotType[];
};

function useOpening({ view, unit, units, isEvery, forms }: WhatToOpen) {
  const { t } = useWords();
  const notNow = useNoRoundNow(view);
  const ids = forms.map(({ id }) => id);
  const stands = ids.some((form) => units.some(({ id }) => isVotedOn(view.rounds, id, form)));
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
    ...(isEvery ? {} : { units: units.map(({ id }) => id) }),
  };
  const about = `open ${unit?.id ?? '*'} ${units.map(({ id }) => id).join(' ')} ${ids.join(' ')}`;
  return { blockedBy, command, about };
}

function OpenButton({ what, label }: { what: WhatToOpen; label: string }) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const roundName = useRoundName(what.view);
  const { blockedBy, command, about } = useOpening(what);
  const { unit, units, forms } = what;
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
          round: roundName({ unit, units, forms: forms.map(({ id }) => id) }),
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

/** Opens a round on one unit by hand, with the ballots that it hasn't been voted on by. */
export function OpenOnUnit({ view, unit }: { readonly view: OpenRoundView; readonly unit: UnitView }) {
  const { t, localise } = useWords();
  const formOptions = useFormOptions(view);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const left = ballotsFor(view.ballots, false).filter(({ id }) => !isVotedOn(view.rounds, unit.id, id));
  if (left.length === 0 || view.exits.some(({ id }) => id === unit.id)) return null;
  const usual = left.filter(({ id }) => !view.scheme.tieBreak.includes(id)).map(({ id }) => id);
  const forms = left.filter(({ id }) => (chosen ?? usual).includes(id));
  return (
    <div className={styles.act}>
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
          what={{ view, unit, units: [unit], isEvery: true, forms }}
          label={t('rounds.openOne', { unit: localise(unit.name) })}
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
          what={{ view, unit: null, units, isEvery: some === null, forms }}
          label={t('rounds.openNow')}
        />
        <ConsoleButton isSmall isAlwaysThere label={t('cancel')} onPress={() => setOpen(false)} />
      </div>
    </div>
  );
}
