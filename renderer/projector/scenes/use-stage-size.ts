import { type RefObject, useLayoutEffect } from 'react';

const stageWidth = 19.2;
const stageHeight = 10.8;

/**
 * Keeps `--u`, the wall's unit of length, and the bleed beside the 16:9 stage equal to the element's own size, so
 * that one component fills a hall screen and a thumbnail. (Container units need Chromium 105.)
 */
export function useStageSize(wall: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = wall.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const unit = Math.min(width / stageWidth, height / stageHeight);
      element.style.setProperty('--u', `${unit}px`);
      element.style.setProperty('--bleed-x', `${(width - unit * stageWidth) / 2}px`);
      element.style.setProperty('--bleed-y', `${(height - unit * stageHeight) / 2}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [wall]);
}
