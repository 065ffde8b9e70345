import type { Page } from 'playwright-core';
import type { VenuePage } from './venue.ts';

/** Text of the page that a person can't read whole: outside of the screen, or cut off by what it stands in. */
export function textCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    const slack = 1.5;
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const context = document.createElement('canvas').getContext('2d');
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        !parent ||
        text === '' ||
        !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      if (parent.closest('select, noscript, script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (line.width === 0 || !context) continue;
        // The ink of the line: its box is taller than its characters.
        const style = getComputedStyle(parent);
        context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const ink = context.measureText(text);
        const middle = (line.top + line.bottom) / 2;
        const half = (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / 2;
        const box = {
          left: line.left,
          right: line.right,
          top: Math.max(line.top, middle - half),
          bottom: Math.min(line.bottom, middle + half),
        };
        let frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        for (let each: Element | null = parent; each; each = each.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(each);
          const area = each.getBoundingClientRect();
          if (overflowX !== 'visible')
            frame = {
              ...frame,
              left: Math.max(frame.left, area.left),
              right: Math.min(frame.right, area.right),
            };
          if (overflowY !== 'visible')
            frame = {
              ...frame,
              top: Math.max(frame.top, area.top),
              bottom: Math.min(frame.bottom, area.bottom),
            };
        }
        const over = [
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        ];
        if (Math.max(...over) > slack)
          cut.push(
            `«${text.slice(0, 40)}» by ${over.map((each) => Math.max(0, Math.round(each))).join(' ')}`,
          );
      }
    }
    return cut;
  });
}

/** Height of the digits' ink as a share of the screen's height. */
export function digitsShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    // The sign of overtime stands first, and smaller.
    const clock = [...document.querySelectorAll('[data-part="clock"] span')].at(-1);
    const context = document.createElement('canvas').getContext('2d');
    if (!clock || !context) return 0;
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(clock);
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText('0');
    return (actualBoundingBoxAscent + actualBoundingBoxDescent) / window.innerHeight;
  });
}

export type DrawnFont = {
  readonly family: string;
  readonly isBundled: boolean;
  /** An element drawn with it. */
  readonly example: string;
};

/** The fonts that the browser really drew the page's text with. */
export async function drawnFonts({ page, context }: VenuePage): Promise<readonly DrawnFont[]> {
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main *' });
  const found = new Map<string, DrawnFont>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts) {
      if (found.has(familyName)) continue;
      const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
      found.set(familyName, {
        family: familyName,
        isBundled: isCustomFont,
        example: outerHTML
          .replaceAll(/<[^>]*>/g, ' ')
          .trim()
          .slice(0, 60),
      });
    }
  }
  await session.detach();
  return [...found.values()];
}
