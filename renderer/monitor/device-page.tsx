import { type ReactNode, useEffect } from 'react';
import type { ViewOf } from '../../shared/protocol/host-message.ts';
import type { Link } from '../connection/page-state.ts';
import { type PageStore, usePage } from '../connection/page-store.ts';
import type { PinDesk } from '../connection/pin-desk.ts';
import { AdmissionNotice } from './admission-notice.tsx';
import styles from './monitor.module.css';
import { PinStep } from './pin-step.tsx';

/** A page of a device that signs: what it needs to run. */
export type SigningPageProps<Role extends 'monitor' | 'chair', Orders> = {
  readonly store: PageStore<Role>;
  readonly orders: Orders;
  readonly askAgain: () => void;
  readonly pins: PinDesk;
};

type DevicePageProps<Role extends 'monitor' | 'chair', Whole> = Omit<
  SigningPageProps<Role, never>,
  'orders'
> & {
  readonly title: string;
  /** Said until the host has answered. */
  readonly opening: string;
  /** The view once it is there. */
  readonly wholeView: (view: Partial<ViewOf[Role]>) => Whole | null;
  /** Whether the person is waited for: the tab says so. */
  readonly isNeeded: (view: Whole) => boolean;
  readonly header: (view: Whole | null, link: Link, isSameMachine: boolean) => ReactNode;
  readonly children: (view: Whole, isOnline: boolean) => ReactNode;
};

/** A signing device's page on its store: admission first, the PIN where it needs one, then what is shown to it. */
export function DevicePage<Role extends 'monitor' | 'chair', Whole>(props: DevicePageProps<Role, Whole>) {
  const { store, pins, askAgain, title, opening, header, children } = props;
  const link = usePage(store, (state) => state.link);
  const admission = usePage(store, (state) => state.admission);
  const refusal = usePage(store, (state) => state.lastRefusal);
  const view = props.wholeView(usePage(store, (state) => state.view));
  // Once let in, the page keeps what it showed while the host is away or asks for the key again.
  const isIn = admission === null || admission.kind === 'admitted' || admission.state === 'prove';
  const shown = isIn ? view : null;
  const isSameMachine = usePage(pins.store, (state) => state.isSameMachine) === true;
  const isNeeded = shown !== null && props.isNeeded(shown);
  useEffect(() => {
    document.title = isNeeded ? `● ${title}` : title;
  }, [title, isNeeded]);
  const isOnline = link.kind === 'online';
  return (
    <div className={styles.page}>
      {header(shown, link, isSameMachine)}
      <PinStep pins={pins} />
      {shown ? (
        children(shown, isOnline)
      ) : (
        <AdmissionNotice
          admission={admission}
          refusal={refusal}
          isOnline={isOnline}
          opening={opening}
          askAgain={askAgain}
        />
      )}
    </div>
  );
}
