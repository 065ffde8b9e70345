import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { useSurroundings } from './desk-context.tsx';
import { useRoundName } from './round-name.ts';
import { countdownText } from './time-text.ts';
import { useWords } from './use-words.ts';

/** An effect on one surface: where, and what. */
export type Effect = { readonly on: string; readonly what: string };

export type NextWords = {
  readonly headline: string;
  readonly keyNote: string;
  readonly effects: readonly Effect[];
  readonly armedHeadline: string;
  readonly armedEffects: readonly Effect[];
};

export type NextView = Pick<
  ConsoleView,
  'next' | 'result' | 'round' | 'rounds' | 'openRounds' | 'event' | 'ballots'
>;

/** The result of the next press in words, and its effect on each surface. `isCovered` hides names and figures not yet on the wall. */
export function useNextWords(view: NextView, isCovered: boolean): NextWords {
  const { t, localise, language } = useWords();
  const { next } = view;
  const roundName = useRoundName(view);
  const roundOf = (id: string) => [view.round, ...view.rounds].find((round) => round?.round === id);
  const { stoppedBy } = useSurroundings();
  const keyNote = language === 'en' ? '空格' : 'Space';
  const armedEffects: readonly Effect[] = [{ on: t('go.enterConfirms'), what: t('go.escCancels') }];
  const plain = (headline: string, effects: readonly Effect[]): NextWords => ({
    headline,
    keyNote,
    effects,
    armedHeadline: headline,
    armedEffects,
  });
  const held = (headline: string, note: string, effects: readonly Effect[]): NextWords => ({
    ...plain(headline, effects),
    keyNote: note,
  });
  const wall = (scene: ConsoleView['wall']['scene']): Effect => ({
    on: t('go.wall'),
    what: t(`scene.${scene.kind}`),
  });

  /** Of the rounds that are to be locked: how many seats they no longer wait for because they are absent. */
  const absentOf = (rounds: readonly (ConsoleRound | null | undefined)[]): readonly Effect[] => {
    const absent = rounds.flatMap(
      (round) => round?.decisions.filter((own) => own.decision === 'absent') ?? [],
    );
    const count = new Set(absent.map(({ seat }) => seat)).size;
    return count === 0 ? [] : [{ on: t('presence.on'), what: t('presence.absentOf', { count }) }];
  };

  const namesOf = (units: readonly UnitView[]) =>
    units.map(({ name }) => localise(name)).join(t('listComma'));
  const stillOpen = (units: readonly UnitView[]): readonly Effect[] =>
    units.length === 0 ? [] : [{ on: t('rounds.staysOpen'), what: namesOf(units) }];

  if (stoppedBy === 'lost' || stoppedBy === 'read-only')
    return held(t(stoppedBy === 'lost' ? 'go.hostLost' : 'go.readOnlyNow'), t('go.off'), [
      { on: t('go.afterThat'), what: t('go.goesOnHere') },
    ]);
  switch (next.kind) {
    case 'start':
      return plain(t('go.start', { step: localise(next.stepName) }), [wall(next.scene)]);
    case 'step': {
      const step = localise(next.stepName);
      const effects = [wall(next.scene)];
      if (next.timerMs !== null) {
        const time = countdownText(next.timerMs);
        effects.push({ on: t('go.timer'), what: next.startsTimer ? t('go.timerStarts', { time }) : time });
      }
      if (next.opensRound)
        effects.push({ on: t('go.panel'), what: t(next.unit ? 'go.opensRound' : 'rounds.opens') });
      effects.push(...stillOpen(next.keepsOpen));
      if (next.background) effects.push({ on: t('go.beside'), what: localise(next.background) });
      return plain(
        next.unit ? t('go.stepOf', { step, unit: localise(next.unit.name) }) : t('go.step', { step }),
        effects,
      );
    }
    case 'reveal': {
      const left = (view.result?.places ?? 0) - (view.result?.revealed ?? 0) - 1;
      const effects: Effect[] = [
        { on: t('go.wall'), what: t('go.onlyThisRow') },
        { on: t('go.rest'), what: left > 0 ? t('go.stillHeld', { count: left }) : t('go.lastRow') },
      ];
      if (next.division) effects.unshift({ on: t('go.division'), what: localise(next.division) });
      const place = { rank: next.row.place, unit: localise(next.row.unit), total: next.row.total };
      return plain(isCovered ? t('go.revealCovered', place) : t('go.reveal', place), effects);
    }
    case 'lock': {
      const round = roundOf(next.round);
      const together = view.openRounds.find((open) => open.round === next.round)?.locks ?? [next.round];
      const absent = absentOf(next.locks.length > 1 ? together.map(roundOf) : [round]);
      const one = round ? roundName(round) : next.unit ? localise(next.unit.name) : t('rounds.allUnits');
      const unit = next.locks.length > 1 ? namesOf(next.locks) : one;
      const counts = { unit, submitted: next.submitted, expected: next.expected };
      return {
        ...plain(t('go.lock', counts), [
          { on: t('go.panel'), what: t('go.noMoreChanges') },
          { on: t('go.wall'), what: t('go.wallLocked') },
          ...absent,
          ...stillOpen(next.keepsOpen),
        ]),
        armedHeadline: t('go.lockArmed', counts),
        armedEffects: [...armedEffects, ...absent],
      };
    }
    case 'release':
      return {
        ...plain(t('go.release', { count: next.places }), [
          { on: t('go.chair'), what: t('go.chairConsents') },
          { on: t('go.wall'), what: t('go.noRowYet') },
        ]),
        armedHeadline: t('go.releaseArmed', { count: next.places }),
        armedEffects: next.isFewerThanThree
          ? [...armedEffects, { on: '▲', what: t('go.fewerThanThree') }]
          : armedEffects,
      };
    case 'ask-chair':
      return plain(t(next.about === 'release' ? 'chair.askRelease' : 'chair.askObjection'), [
        { on: t('chair.device'), what: t('chair.signsThere') },
      ]);
    case 'close':
      return next.asksMonitor
        ? {
            ...plain(t('go.closeAsk'), [{ on: t('go.monitorDevice'), what: t('go.closeSignThere') }]),
            armedHeadline: t('go.closeAskArmed'),
          }
        : {
            ...plain(t('go.close'), [{ on: t('go.log'), what: t('go.sealed') }]),
            armedHeadline: t('go.closeArmed'),
          };
    case 'held':
      switch (next.needs) {
        case 'missing-seats': {
          const { count } = next;
          if (roundOf(next.round)?.isSecret)
            return held(t('rounds.goDue', { count }), t('rounds.goSettle', { count }), [
              { on: t('go.nobodyDropped'), what: t('rounds.goByGroup') },
              { on: t('go.afterwards'), what: t('go.thenLock') },
            ]);
          // Where several rounds are open, it isn't plain which one is meant.
          const waiting = view.openRounds.length > 0 ? roundOf(next.round) : undefined;
          const missing = t('go.missing', { count });
          const headline = waiting
            ? t('rounds.ofRound', { round: roundName(waiting), what: missing })
            : missing;
          return held(headline, t('go.settleSeats', { count }), [
            { on: t('go.nobodyDropped'), what: t('go.decideRight') },
            { on: t('go.afterwards'), what: t('go.thenLock') },
            ...absentOf([roundOf(next.round)]),
          ]);
        }
        case 'count':
          return held(t('go.needsCount'), t('go.countFirst'), [
            { on: t('go.pressC'), what: t('go.countBelow') },
          ]);
        case 'co-signature':
          return held(t('go.needsCoSignature'), t('go.coSignFirst'), [
            { on: t('go.monitorDevice'), what: t('go.coSignThere') },
          ]);
        case 'objection':
          return held(t('go.needsObjection'), t('go.settleObjection'), [
            { on: t('go.pressC'), what: t('go.objectionBelow') },
          ]);
        case 'chair': {
          const time = timeOfDay(next.wall);
          return held(
            t(next.about === 'release' ? 'chair.waitsRelease' : 'chair.waitsObjection', { time }),
            t('chair.waiting'),
            [
              { on: t('chair.device'), what: t('chair.signsThere') },
              { on: t('chair.lostDevice'), what: t('chair.dismissRight') },
            ],
          );
        }
        case 'close-signature':
          return held(t('go.needsCloseSignature'), t('go.coSignFirst'), [
            { on: t('go.monitorDevice'), what: t('go.closeSignThere') },
            { on: t('go.pressN'), what: t('go.closeAlone') },
          ]);
        case 'clock-gap':
          return held(t('go.needsGap'), t('go.answerAbove'), [
            { on: t('go.timer'), what: t('go.timerWaits') },
          ]);
        case 'disk':
          return held(t('go.needsDisk'), t('go.off'), [{ on: t('go.onceFixed'), what: t('go.goesOnHere') }]);
        default:
          return unreachable(next);
      }
    case 'ended':
      return held(t('go.ended'), t('go.off'), [{ on: t('go.exports'), what: t('go.exportsHere') }]);
    default:
      return unreachable(next);
  }
}
