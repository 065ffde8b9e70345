import { sameText } from '../../shared/kernel/language.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { SeatCards } from '../console/seat-cards.ts';

/** The alphabet of the codes leaves out letters that are easily mistaken. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The seats' cards as a host would give them out: invented codes, spent where a device is there. */
export function sampleCards(view: Pick<ConsoleView, 'seats' | 'event' | 'network'>): SeatCards {
  const { panel } = view.network.links;
  return {
    addressForTyping: panel.replace(/^http:\/\//, ''),
    cards: view.seats.map(({ seat, number, group, device }) => {
      const code = Array.from({ length: 10 }, (_, at) => letters[(number * 7 + at * at * 5 + at) % 32]).join(
        '',
      );
      const { name = sameText('') } = view.event.groups.find(({ id }) => id === group) ?? {};
      return { seat, number, group: name, url: `${panel}#${seat}.${code}`, code, isSpent: device !== null };
    }),
  };
}
