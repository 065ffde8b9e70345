import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { sheetFormats, sheetKinds, sheetSubjects } from '../../shared/views/sheet-kinds.ts';
import { useLanguage } from '../i18n/language.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import styles from './paper.module.css';
import type { PaperStore } from './paper-store.ts';
import { sheetFileAddress } from './sheet-address.ts';

type Choice = { readonly value: string; readonly words: string };

function Chooser({
  label,
  value,
  choices,
  choose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (value: string) => void;
}) {
  return (
    <label className={styles.chooser}>
      <span aria-hidden="true">{label}</span>
      <select aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map(({ value: each, words }) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Choosers({ store }: { readonly store: PaperStore }) {
  const { t } = useTranslation('paper');
  const { wish, list, choose } = useStore(store);
  const subject = sheetSubjects[wish.kind];
  const kinds = sheetKinds.map((kind) => {
    const refusal = list?.documents.find((each) => each.kind === kind)?.refusal ?? null;
    const words = t(`kind.${kind}`);
    return { value: kind, words: refusal ? `${words} (${t(`refusal.${refusal}`)})` : words };
  });
  const units = (list?.units ?? []).map(({ id, name }) => ({ value: id, words: name }));
  const seats = (list?.seats ?? []).map(({ id, number, group }) => ({
    value: id,
    words: t('seatOf', { number, group }),
  }));
  const all = subject === 'unit-and-seat' ? [{ value: '', words: t('all') }] : [];
  return (
    <>
      <Chooser
        label={t('document')}
        value={wish.kind}
        choices={kinds}
        choose={(value) => {
          const kind = sheetKinds.find((each) => each === value);
          if (kind) choose({ kind });
        }}
      />
      {(subject === 'unit' || subject === 'unit-and-seat') && (
        <Chooser
          label={t('unit')}
          value={wish.unit}
          choices={[...all, ...units]}
          choose={(unit) => choose({ unit })}
        />
      )}
      {(subject === 'seat' || subject === 'unit-and-seat') && (
        <Chooser
          label={t('seat')}
          value={wish.seat}
          choices={[...all, ...seats]}
          choose={(seat) => choose({ seat })}
        />
      )}
    </>
  );
}

/** Which document, in which language, as what; never on paper. */
export function Toolbar({ store, token }: { readonly store: PaperStore; readonly token: string }) {
  const { t } = useTranslation('paper');
  const { language } = useLanguage();
  const { wish, sheet, pages } = useStore(store);
  const isThere = sheet.kind === 'loaded';
  return (
    <nav className={styles.toolbar}>
      <Choosers store={store} />
      <span className={styles.count} data-pages={pages ?? undefined}>
        {isThere && (pages === null ? t('layingOut') : t('pages', { count: pages }))}
      </span>
      {isThere && (
        <>
          <button
            type="button"
            className={styles.print}
            disabled={pages === null}
            onClick={() => window.print()}
          >
            {t('print')}
          </button>
          {sheetFormats.map((format) => (
            <a key={format} href={sheetFileAddress(wish, format, token, language)} download>
              {format.toUpperCase()}
            </a>
          ))}
        </>
      )}
      <LanguageSwitch />
    </nav>
  );
}
