import type { Language } from '../../../shared/kernel/language.ts';
import { languages, localText } from '../../../shared/kernel/language.ts';

/** Pages that are for everybody on the network, in the order in which they are offered. */
const offered = [
  { path: '/panel', name: localText('评议端', '評議端', 'Panel') },
  { path: '/projector', name: localText('大屏', '大螢幕', 'Wall') },
  { path: '/prompter', name: localText('提词屏', '提詞螢幕', 'Prompter') },
  { path: '/monitor', name: localText('监督员', '監督員', 'Monitor') },
  { path: '/chair', name: localText('主持人', '主持人', 'Chair') },
] as const;

const nothingHere = localText(
  '这个地址没有页面，请从下面打开：',
  '這個地址沒有頁面，請從下面開啟：',
  'There is no page at this address. Open one of these:',
);

/** All languages at once, the same words once: the page is plain HTML that runs nothing and remembers nothing. */
function inAll(text: { readonly [language in Language]: string }, tag: string): string {
  return languages
    .filter((language, at) => languages.findIndex((other) => text[other] === text[language]) === at)
    .map((language) => `<${tag} lang="${language}">${text[language]}</${tag}>`)
    .join(tag === 'span' ? ' · ' : '');
}

/** What a browser is shown at the host's bare address, or at one where there is nothing. Never leads to the console. */
export function doorPage(found: 'door' | 'nothing'): string {
  const links = offered.map(
    ({ path, name }) => `<li><h2><a href="${path}">${inAll(name, 'span')}</a></h2></li>`,
  );
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Leitai 擂台</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>Leitai 擂台</h1>
${found === 'nothing' ? inAll(nothingHere, 'p') : ''}
<ul>
${links.join('\n')}
</ul>
</body>
</html>
`;
}
