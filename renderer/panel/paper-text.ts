import { useTranslation } from 'react-i18next';
import { ballotTotal } from '../../shared/domain/ballot.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { ChoiceView, CriterionView, UnitView } from '../../shared/views/view-sections.ts';
import { reasonOn } from '../ballot-paper/check-paper.ts';
import {
  askedOf,
  fieldOn,
  isRecused,
  namedUnits,
  type Paper,
  type PaperValues,
  rankedUnits,
} from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';

/** One line of what a ballot says: of a criterion, or of a unit. */
export type PaperLine = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly reason: string;
};

export type PaperLines = {
  readonly ballot: BallotType;
  /** Its name, where the paper holds several. */
  readonly title: string | null;
  readonly lines: readonly PaperLine[];
};

export type PaperText = {
  readonly optionName: (option: ChoiceView['options'][number]) => string;
  readonly ballotName: (ballot: BallotType) => string;
  /** What is voted on: the unit, with its attempt where it is about one, or the whole round. */
  readonly subject: (paper: Pick<Paper, 'unit' | 'attempt'>) => string;
  /** What a ballot says in a few words: `92.5 分`, the option chosen, or how many units it ranks. */
  readonly value: (paper: Paper, values: PaperValues) => string;
  readonly lines: (paper: Paper, values: PaperValues) => readonly PaperLines[];
};

/** How ballots are told in words, the same while filling in, once stored and after the lock. */
export function usePaperText(): PaperText {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();

  const optionName: PaperText['optionName'] = ({ id, name }) => {
    if (name) return localise(name);
    if (id === 'yes') return t('vote_yes');
    if (id === 'no') return t('vote_no');
    return id === 'abstain' ? t('vote_abstain') : id;
  };

  const ballotName: PaperText['ballotName'] = ({ name, kind }) => {
    if (name === undefined) return t(`ballot_${kind}`);
    return typeof name === 'string' ? name : localise(name);
  };

  const numbers = (
    paper: Paper,
    ballot: BallotType,
    unit: UnitView,
    criteria: readonly CriterionView[],
    values: PaperValues,
  ): string => {
    const own = Object.fromEntries(
      criteria.flatMap(({ id }) => {
        const text = values[fieldOn(paper, ballot, unit.id, id)];
        return text === undefined ? [] : [[id, text]];
      }),
    );
    if (Object.keys(own).length === 0) return '—';
    return ballot.kind === 'placement'
      ? t('inPlace', { place: own.place ?? '' })
      : t('inPoints', { total: ballotTotal(criteria, own) });
  };

  /** What one ballot says of one unit. */
  const onUnit = (paper: Paper, ballot: BallotType, unit: UnitView, values: PaperValues): string => {
    if (paper.notOn.includes(unit.id)) return t('notYours');
    if (isRecused(paper, ballot, unit.id, values)) return t('recused');
    const asked = askedOf(ballot);
    switch (asked.kind) {
      case 'marks':
        return numbers(paper, ballot, unit, asked.criteria, values);
      case 'choice': {
        const chosen = values[fieldOn(paper, ballot, unit.id, asked.choice.id)];
        const option = asked.choice.options.find(({ id }) => id === chosen);
        return option ? optionName(option) : '—';
      }
      case 'ranking': {
        const place = values[fieldOn(paper, ballot, unit.id, 'place')];
        return place ? t('placeInList', { place }) : '—';
      }
      case 'names':
        return values[fieldOn(paper, ballot, unit.id, 'vote')] === 'yes' ? t('named') : '—';
    }
  };

  const onAll = (paper: Paper, ballot: BallotType, values: PaperValues): string => {
    const asked = askedOf(ballot);
    if (asked.kind === 'ranking')
      return t('valueRanking', { count: rankedUnits(paper, ballot, values).length });
    if (asked.kind === 'names') {
      const named = namedUnits(paper, ballot, values);
      const [only] = named;
      const unit = named.length === 1 && paper.units.find(({ id }) => id === only);
      if (unit) return localise(unit.name);
      return named.length === 0 ? t('valueNone') : t('valueNames', { count: named.length });
    }
    const filled = paper.units.filter(({ id }) => !paper.notOn.includes(id));
    const voted = filled.filter(({ id }) => !isRecused(paper, ballot, id, values));
    return t('valueUnits', { count: voted.length });
  };

  const linesOf = (paper: Paper, ballot: BallotType, values: PaperValues): readonly PaperLine[] => {
    const reason = (unit: UnitView) => reasonOn(paper, ballot, unit.id, values);
    const { unit } = paper;
    const asked = askedOf(ballot);
    if (unit) {
      if (asked.kind === 'marks' && ballot.kind === 'points' && !isRecused(paper, ballot, unit.id, values))
        return asked.criteria.map(({ id, name }, n) => ({
          id,
          name: localise(name),
          text: values[fieldOn(paper, ballot, unit.id, id)] ?? '—',
          reason: n === 0 ? reason(unit) : '',
        }));
      const only = paper.parts.length === 1 && reason(unit) === '';
      if (only) return [];
      const text = onUnit(paper, ballot, unit, values);
      return [{ id: unit.id, name: ballotName(ballot), text, reason: reason(unit) }];
    }
    const order = asked.kind === 'ranking' ? rankedUnits(paper, ballot, values) : [];
    const rank = ({ id }: UnitView) => (order.includes(id) ? order.indexOf(id) : paper.units.length);
    const units = [...paper.units].sort((a, b) => rank(a) - rank(b));
    return units.flatMap((each) => {
      const text = onUnit(paper, ballot, each, values);
      if (asked.kind === 'names' && text === '—') return [];
      return [{ id: each.id, name: localise(each.name), text, reason: reason(each) }];
    });
  };

  return {
    optionName,
    ballotName,
    subject: ({ unit, attempt }) => (unit ? unitAndAttempt(localise, unit, attempt) : t('thisRound')),
    value: (paper, values) =>
      paper.parts
        .map((ballot) =>
          paper.unit ? onUnit(paper, ballot, paper.unit, values) : onAll(paper, ballot, values),
        )
        .join(' · '),
    lines: (paper, values) =>
      paper.parts.flatMap((ballot) => {
        const lines = linesOf(paper, ballot, values);
        const isTitled = paper.parts.length > 1 && (paper.unit === null || ballot.kind === 'points');
        return lines.length === 0 ? [] : [{ ballot, title: isTitled ? ballotName(ballot) : null, lines }];
      }),
  };
}
