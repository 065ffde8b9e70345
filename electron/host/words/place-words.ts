import type { Language } from '../../../shared/kernel/language.ts';
import type { InEachLanguage } from '../../operator-language.ts';
import type { NetworkCard } from '../lan/network-cards.ts';
import type { PortHolder } from '../lan/port-holder.ts';
import type { PortRefused } from '../take-port.ts';

type PlaceWords = {
  readonly taken: (port: number, holder: PortHolder | null) => readonly string[];
  /** `first` is the lowest port that the system gives to everybody. */
  readonly forbidden: (port: number, first: number) => readonly string[];
  /** One of those that it gives to everybody, but keeps this time. */
  readonly reserved: (port: number) => readonly string[];
  readonly nextPort: (takenPort: string) => string;
  readonly addressNotHere: (address: string) => string;
  readonly bindNotHere: (address: string) => string;
  readonly addressesHere: (addresses: string) => string;
  readonly noAddressHere: string;
};

const words: InEachLanguage<PlaceWords> = {
  'zh-Hans': {
    taken: (port, holder) => [
      `端口 ${port} 被${holder ? ` ${holder.program}（进程 ${holder.pid}）` : '另一个程序'}占用。`,
      '印好的席卡和已接入的设备只认这个端口：请停掉那个程序再启动。什么都没有改动。',
    ],
    forbidden: (port, first) => [
      `端口 ${port}：系统不让本用户使用。`,
      `可用的是 ${first} 至 65535；不写 --port 则用 4180。`,
    ],
    reserved: (port) => [
      `端口 ${port}：系统留作他用，而席卡和设备只认这个端口。`,
      '重启电脑往往会放开；仍不行请找管理员。什么都没有改动。',
    ],
    nextPort: (port) => `端口 ${port} 被占用，这个新活动用了下一个空闲的端口。`,
    addressNotHere: (address) => `注意：${address} 不是这台电脑的地址，设备照此连不上。`,
    bindNotHere: (address) => `不能在 ${address} 上监听：它不是这台电脑的地址。`,
    addressesHere: (addresses) => `这台电脑现有的地址：${addresses}。`,
    noAddressHere: '这台电脑现在没有网络地址：请先接上网络。',
  },
  'zh-Hant': {
    taken: (port, holder) => [
      `端口 ${port} 被${holder ? ` ${holder.program}（行程 ${holder.pid}）` : '另一個程式'}佔用。`,
      '印好的席卡和已接入的設備只認這個端口：請停掉那個程式再啟動。什麼都沒有改動。',
    ],
    forbidden: (port, first) => [
      `端口 ${port}：系統不讓本使用者使用。`,
      `可用的是 ${first} 至 65535；不寫 --port 則用 4180。`,
    ],
    reserved: (port) => [
      `端口 ${port}：系統留作他用，而席卡和設備只認這個端口。`,
      '重新啟動電腦往往會放開；仍不行請找管理員。什麼都沒有改動。',
    ],
    nextPort: (port) => `端口 ${port} 被佔用，這個新活動用了下一個空閒的端口。`,
    addressNotHere: (address) => `注意：${address} 不是這台電腦的地址，設備照此連不上。`,
    bindNotHere: (address) => `不能在 ${address} 上監聽：它不是這台電腦的地址。`,
    addressesHere: (addresses) => `這台電腦現有的地址：${addresses}。`,
    noAddressHere: '這台電腦現在沒有網路地址：請先接上網路。',
  },
  en: {
    taken: (port, holder) => [
      `Port ${port} is taken by ${holder ? `${holder.program} (process ${holder.pid})` : 'another program'}.`,
      'Printed cards and paired devices know this event by that port: stop that program and start again. Nothing was changed.',
    ],
    forbidden: (port, first) => [
      `Port ${port}: the system does not let this user have it.`,
      `Ports ${first} to 65535 work; without --port it is 4180.`,
    ],
    reserved: (port) => [
      `Port ${port}: the system keeps it for itself, and printed cards and paired devices know no other.`,
      'A restart of the computer often frees it; else ask its administrator. Nothing was changed.',
    ],
    nextPort: (port) => `Port ${port} was taken; this new event uses the next free one.`,
    addressNotHere: (address) =>
      `Note: ${address} is not an address of this computer; devices that are told it won't find the host.`,
    bindNotHere: (address) => `Can't listen on ${address}: it is not an address of this computer.`,
    addressesHere: (addresses) => `The addresses of this computer: ${addresses}.`,
    noAddressHere: 'This computer has no network address now: connect it to a network first.',
  },
};

function hereLine(cards: readonly NetworkCard[], { addressesHere, noAddressHere }: PlaceWords): string {
  const addresses = cards.map(({ name, address }) => `${address} (${name})`);
  return addresses.length === 0 ? noAddressHere : addressesHere(addresses.join(', '));
}

/** Why the event can't have its port, and what to do. */
export function portLines(error: PortRefused, language: Language): readonly string[] {
  const { taken, forbidden, reserved } = words[language];
  if (error.code === 'port-taken') return taken(error.port, error.holder);
  const { port, firstAllowed } = error;
  return port < firstAllowed ? forbidden(port, firstAllowed) : reserved(port);
}

/** That a new event has another port than was wished for. */
export function nextPortLine(takenPort: string, language: Language): string {
  return words[language].nextPort(takenPort);
}

/** That no device will find the host under the address asked for, and which ones it has. */
export function addressNotHereLines(
  address: string,
  cards: readonly NetworkCard[],
  language: Language,
): readonly string[] {
  const said = words[language];
  return [said.addressNotHere(address), hereLine(cards, said)];
}

/** The same of an address to listen on, which can't be had. */
export function bindNotHereLines(
  address: string,
  cards: readonly NetworkCard[],
  language: Language,
): readonly string[] {
  const said = words[language];
  return [said.bindNotHere(address), hereLine(cards, said)];
}
