import { sheetNames } from './sheet-names.ts';
import { defineWords } from './words.ts';

export const paperWords = defineWords(
  {
    document: '文件',
    unit: '单位',
    seat: '席位',
    seatOf: '第 {{number}} 席 {{group}}',
    all: '全部',
    print: '打印',
    loading: '正在读取文件',
    layingOut: '正在排版',
    lost: '没有连上主机',
    refused: '主机不认这个链接，请从主控台打开',
    unavailable: '现在没有这份文件：{{reason}}',
    pages: '{{count}} 页',
    page: '{{page}} / {{pages}}',
    ...sheetNames['zh-Hans'],
  },
  {
    document: '文件',
    unit: '單位',
    seat: '席位',
    seatOf: '第 {{number}} 席 {{group}}',
    all: '全部',
    print: '列印',
    loading: '正在讀取文件',
    layingOut: '正在排版',
    lost: '沒有連上主機',
    refused: '主機不認這個連結，請從主控台開啟',
    unavailable: '現在沒有這份文件：{{reason}}',
    pages: '{{count}} 頁',
    page: '{{page}} / {{pages}}',
    ...sheetNames['zh-Hant'],
  },
  {
    document: 'Document',
    unit: 'Unit',
    seat: 'Seat',
    seatOf: 'Seat {{number}} {{group}}',
    all: 'all',
    print: 'Print',
    loading: 'Loading the document',
    layingOut: 'Laying out',
    lost: 'The host is not reached',
    refused: 'The host doesn’t know this link; open it from the console',
    unavailable: 'Not available now: {{reason}}',
    pages: 'pages: {{count}}',
    page: '{{page}} / {{pages}}',
    ...sheetNames.en,
  },
);

declare module './namespaces.ts' {
  interface Namespaces {
    paper: (typeof paperWords)['zh-Hans'];
  }
}
