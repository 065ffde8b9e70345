import { defineWords } from './words.ts';

/** Texts that more than one page shows. */
export const commonWords = defineWords(
  {
    demo: '演示',
    language: '语言',
    online: '已连接主机',
    connecting: '正在连接主机',
    lost: '没有连上主机',
  },
  {
    demo: '演示',
    language: '語言',
    online: '已連線主機',
    connecting: '正在連線主機',
    lost: '沒有連上主機',
  },
  {
    demo: 'DEMO',
    language: 'Language',
    online: 'Connected',
    connecting: 'Connecting',
    lost: 'Not connected',
  },
);
