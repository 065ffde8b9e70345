import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { CloseEvent, isCloseAsked } from './close-event.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { DocumentList } from './document-list.tsx';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { ProtocolPhotos } from './protocol-photos.tsx';
import { QrCode } from './qr-code.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { SeatCardList } from './seat-card-list.tsx';
import { useWords } from './use-words.ts';
import { hasBallots } from './work-area.tsx';

function NetworkCards({ network }: { network: ConsoleView['network'] }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  return (
    <section>
      <h3>{t('network.address')}</h3>
      <p className={styles.address}>
        {network.chosen ?? t('network.noneChosen')}
        <span className={styles.hint}>{t('network.port', { port: network.port })}</span>
      </p>
      {network.portNote && (
        <p className={styles.attention}>
          <Icon name="warning" /> {t('network.portTaken', { port: network.portNote })}
        </p>
      )}
      {network.lostAddress && (
        <p className={styles.attention}>
          <Icon name="warning" /> {t('address.title', { address: network.lostAddress })}
        </p>
      )}
      <p className={styles.hint}>{t('network.chooseCard')}</p>
      <ul className={styles.cards}>
        {network.cards.map((card) => (
          <li key={card.address}>
            <ConsoleButton
              isSmall
              isOn={card.address === network.chosen}
              label={`${card.name}  ${card.address}`}
              onPress={() => void order('network', { kind: 'ChooseAddress', address: card.address })}
            />
          </li>
        ))}
      </ul>
      <RefusalNote control="network" />
    </section>
  );
}

/** An address to be typed breaks before its path, never within a word. */
function PageAddress({ url }: { url: string }) {
  const path = url.lastIndexOf('/');
  return (
    <span className={styles.url}>
      {url.slice(0, path)}
      <wbr />
      {url.slice(path)}
    </span>
  );
}

function PageLinks({ links }: { links: ConsoleView['network']['links'] }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('network.links')}</h3>
      <ul className={styles.links}>
        {(['panel', 'projector', 'prompter', 'monitor', 'chair'] as const).map((role) => (
          <li key={role}>
            <QrCode text={links[role]} label={t(`network.${role}`)} />
            <b>{t(`network.${role}`)}</b>
            <PageAddress url={links[role]} />
            <span className={styles.hint}>{t(`network.${role}Note`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const exportFiles = ['result.csv', 'result.xlsx', 'result.json', 'event.leitai'] as const;
const exportNames = {
  'result.csv': 'csv',
  'result.xlsx': 'xlsx',
  'result.json': 'json',
  'event.leitai': 'file',
} as const;

function Exports({ view }: { view: Pick<ConsoleView, 'stage' | 'result' | 'scheme' | 'proposals'> }) {
  const { t, language } = useWords();
  const { token } = useSurroundings();
  const isCounted = view.result !== null;
  return (
    <section>
      <h3>{t('exports.title')}</h3>
      <ul className={styles.exports}>
        {exportFiles.map((file) => {
          const isThere = file === 'event.leitai' || isCounted;
          return (
            <li key={file}>
              {isThere ? (
                <a
                  href={`/console/export/${file}?token=${encodeURIComponent(token)}&lang=${language}`}
                  download={file}
                >
                  {t(`exports.${exportNames[file]}`)}
                </a>
              ) : (
                <span className={styles.notYet}>{t(`exports.${exportNames[file]}`)}</span>
              )}
            </li>
          );
        })}
      </ul>
      {!isCounted && <p className={styles.hint}>{t('exports.afterCount')}</p>}
      {!isCloseAsked(view) && <CloseEvent view={view} />}
    </section>
  );
}

/** 席位与网络: how devices get here, the seats' cards, and what leaves. */
export function NetworkDrawer({
  view,
}: {
  readonly view: Pick<
    ConsoleView,
    | 'network'
    | 'event'
    | 'seats'
    | 'stage'
    | 'result'
    | 'rounds'
    | 'ballots'
    | 'round'
    | 'attachments'
    | 'scheme'
    | 'proposals'
  >;
}) {
  const { t } = useWords();
  return (
    <Drawer title={t('network.title')}>
      <div className={styles.columns}>
        <div className={classes(styles.column)}>
          {isCloseAsked(view) && <CloseEvent view={view} />}
          <NetworkCards network={view.network} />
          <PageLinks links={view.network.links} />
          <DocumentList view={view} />
          <ProtocolPhotos view={view} />
          <Exports view={view} />
        </div>
        <div className={styles.column}>
          {hasBallots(view) ? (
            // Anew under another address: a card of the old one must not be shown or printed.
            <SeatCardList key={view.network.links.panel} view={view} />
          ) : (
            <section>
              <h3>{t('cards.title')}</h3>
              <p className={styles.hint}>{t('cards.none')}</p>
            </section>
          )}
        </div>
      </div>
    </Drawer>
  );
}
