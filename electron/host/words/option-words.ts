import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { InEachLanguage } from '../../operator-language.ts';
import type { OptionProblem, ValuedOption } from '../read-options.ts';

type OptionWords = {
  readonly usage: string;
  readonly verifyUsage: string;
  readonly nothingNamed: string;
  readonly unknown: (option: string) => string;
  readonly needsValue: (option: string) => string;
  readonly takesNoValue: (option: string) => string;
  readonly notAnOption: (given: string) => string;
  /** What an option takes, and what it was given instead. */
  readonly takes: { readonly [option in ValuedOption]: (given: string) => string };
};

const words: InEachLanguage<OptionWords> = {
  'zh-Hans': {
    usage: `leitai host [--event 文件] [--port 端口] [--address 地址]
  --event 文件       要运行的活动；没有就新建
  --demo [种类]      新活动是演示：real（默认）或 fictional
  --definition 文件  按这份定义新建活动
  --port 端口        各页面的端口（新活动遇占用则用下一个）
  --address 地址     告诉设备的名称或地址；由此选定网卡
  --bind 地址        监听的地址（默认全部；--address 为本机回环时只听回环）
  --name 名称        设备还可以用的主机名称；可多次给出
  --data 文件夹      存本机密钥和各记录末尾的文件夹
  --read-only        只看和导出，不改动
  --lang 语言        这里说的语言：zh-Hans、zh-Hant 或 en`,
    verifyUsage:
      '用法：verify 文件 [另一个文件] [--head 条号:散列值] [--data 文件夹] [--lang zh-Hans|zh-Hant|en]',
    nothingNamed: '请用 --event 文件 指定活动，或用 --demo 打开演示。',
    unknown: (option) => `没有 ${option} 这个选项。`,
    needsValue: (option) => `${option} 后面要有值。`,
    takesNoValue: (option) => `${option} 不带值。`,
    notAnOption: (given) => `看不懂「${given}」：值前面要有选项，活动文件写在 --event 后面。`,
    takes: {
      '--port': (given) => `--port 要 0 至 65535 的数字，不能是 ${given}。`,
      '--demo': (given) => `--demo 是 real 或 fictional，不能是 ${given}。`,
      '--address': (given) =>
        `--address 要 IPv4 地址或名称，如 192.168.1.20 或 leitai.local，不能是 ${given}。`,
      '--lang': (given) => `--lang 是 zh-Hans、zh-Hant 或 en，不能是 ${given}。`,
      '--head': (given) => `--head 要 条号:散列值（64 位十六进制），不能是 ${given}。`,
    },
  },
  'zh-Hant': {
    usage: `leitai host [--event 檔案] [--port 端口] [--address 地址]
  --event 檔案       要執行的活動；沒有就新建
  --demo [種類]      新活動是演示：real（預設）或 fictional
  --definition 檔案  按這份定義新建活動
  --port 端口        各頁面的端口（新活動遇佔用則用下一個）
  --address 地址     告訴設備的名稱或地址；由此選定網卡
  --bind 地址        監聽的地址（預設全部；--address 為本機回環時只聽回環）
  --name 名稱        設備還可以用的主機名稱；可多次給出
  --data 資料夾      存本機金鑰和各記錄末尾的資料夾
  --read-only        只看和匯出，不改動
  --lang 語言        這裡說的語言：zh-Hans、zh-Hant 或 en`,
    verifyUsage:
      '用法：verify 檔案 [另一個檔案] [--head 條號:雜湊值] [--data 資料夾] [--lang zh-Hans|zh-Hant|en]',
    nothingNamed: '請用 --event 檔案 指定活動，或用 --demo 開啟演示。',
    unknown: (option) => `沒有 ${option} 這個選項。`,
    needsValue: (option) => `${option} 後面要有值。`,
    takesNoValue: (option) => `${option} 不帶值。`,
    notAnOption: (given) => `看不懂「${given}」：值前面要有選項，活動檔案寫在 --event 後面。`,
    takes: {
      '--port': (given) => `--port 要 0 至 65535 的數字，不能是 ${given}。`,
      '--demo': (given) => `--demo 是 real 或 fictional，不能是 ${given}。`,
      '--address': (given) =>
        `--address 要 IPv4 地址或名稱，如 192.168.1.20 或 leitai.local，不能是 ${given}。`,
      '--lang': (given) => `--lang 是 zh-Hans、zh-Hant 或 en，不能是 ${given}。`,
      '--head': (given) => `--head 要 條號:雜湊值（64 位十六進位），不能是 ${given}。`,
    },
  },
  en: {
    usage: `leitai host [--event FILE] [--port N] [--address A]
  --event FILE       the event to run; made if it doesn't exist
  --demo [KIND]      a new event is the demo: real (default) or fictional
  --definition FILE  a new event is made from this definition
  --port N           port of the pages (a new event takes the next free one)
  --address A        name or address that devices are told; choose the network card
  --bind B           address to listen on (all by default; a loopback --address listens there)
  --name HOST        a further name under which devices reach this host; may be repeated
  --data DIR         folder for this machine's key and the ends of its logs
  --read-only        show and export the event, change nothing
  --lang LANGUAGE    what is spoken here: zh-Hans, zh-Hant or en`,
    verifyUsage: 'usage: verify FILE [FILE] [--head N:HASH] [--data DIR] [--lang zh-Hans|zh-Hant|en]',
    nothingNamed: 'Name an event with --event FILE, or start the demo with --demo.',
    unknown: (option) => `There is no option ${option}.`,
    needsValue: (option) => `${option} needs a value after it.`,
    takesNoValue: (option) => `${option} takes no value.`,
    notAnOption: (given) =>
      `Can't make anything of “${given}”: a value has an option before it; an event file stands after --event.`,
    takes: {
      '--port': (given) => `--port takes a number from 0 to 65535, not ${given}.`,
      '--demo': (given) => `--demo is real or fictional, not ${given}.`,
      '--address': (given) =>
        `--address takes an IPv4 address or a name, such as 192.168.1.20 or leitai.local, not ${given}.`,
      '--lang': (given) => `--lang is zh-Hans, zh-Hant or en, not ${given}.`,
      '--head': (given) => `--head takes N:HASH, the number of an entry and 64 hex digits, not ${given}.`,
    },
  },
};

function problemLine(problem: OptionProblem, said: OptionWords): string {
  switch (problem.kind) {
    case 'unknown':
      return said.unknown(problem.option);
    case 'needs-value':
      return said.needsValue(problem.option);
    case 'takes-no-value':
      return said.takesNoValue(problem.option);
    case 'not-an-option':
      return said.notAnOption(problem.given);
    case 'bad-value':
      return said.takes[problem.option](problem.given);
    default:
      return unreachable(problem);
  }
}

/** What is wrong with the host's options (null: they name no event), and what it takes. */
export function hostUsageLines(problem: OptionProblem | null, language: Language): readonly string[] {
  const said = words[language];
  return [problem === null ? said.nothingNamed : problemLine(problem, said), said.usage];
}

/** The same of `verify`; null: it doesn't name one file or two. */
export function verifyUsageLines(problem: OptionProblem | null, language: Language): readonly string[] {
  const said = words[language];
  return problem === null ? [said.verifyUsage] : [problemLine(problem, said), said.verifyUsage];
}
