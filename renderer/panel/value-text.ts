import { useTranslation } from 'react-i18next';
import { ballotTotal } from '../../shared/domain/ballot.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import type { MarksByCriterion } from '../connection/device-storage.ts';
import { useLanguage } from '../i18n/language.ts';

type Fields = Pick<BallotFormView, 'criteria' | 'choice'>;
type Choice = NonNullable<BallotFormView['choice']>;

/** The name of an option: the scheme's, or the page's own word for yes, no and abstain. */
export function useOptionName(): (option: Choice['options'][number]) => string {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const votes: { readonly [id: string]: string } = {
    yes: t('vote_yes'),
    no: t('vote_no'),
    abstain: t('vote_abstain'),
  };
  return ({ id, name }) => (name ? localise(name) : (votes[id] ?? id));
}

/** What a ballot says in a few words: `92.5 分`, or the option chosen. */
export function useValueText(): (form: Fields, values: MarksByCriterion) => string {
  const { t } = useTranslation('panel');
  const optionName = useOptionName();
  return ({ criteria, choice }, values) => {
    if (!choice) return t('inPoints', { total: ballotTotal(criteria, values) });
    const option = choice.options.find(({ id }) => id === values[choice.id]);
    return option ? optionName(option) : '—';
  };
}
