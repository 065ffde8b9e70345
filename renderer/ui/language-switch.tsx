import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../shared/kernel/language.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from './icon.tsx';
import styles from './language-switch.module.css';

/** Each language is written in itself, so that whoever needs it can read it. */
const ownNames: { readonly [language in Language]: string } = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  en: 'English',
};

/** Chooses the language of this page on this device. Its colours are those of the text around it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, choose } = useLanguage();
  return (
    <label className={styles.language} data-own-keys>
      <Icon name="globe" />
      <span className={styles.name} aria-hidden="true">
        {ownNames[language]}
      </span>
      <select
        className={styles.select}
        aria-label={t('language')}
        value={language}
        onChange={(event) => {
          const chosen = languages.find((each) => each === event.target.value);
          if (chosen) choose(chosen);
        }}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
