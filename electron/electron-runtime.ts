import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The path of Electron's executable, or null if its runtime hasn't been downloaded. Never asks the package
 * itself, which would start the download.
 */
export function findElectronRuntime(packageFolder: string): string | null {
  const pathFile = path.join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

export type Obstacle = 'no-display' | 'root';

/** Why Electron can't open a window here; null if nothing is known against it. */
export function obstacleToWindows(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  isRoot: boolean,
): Obstacle | null {
  if (platform !== 'linux') return null;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'no-display';
  // Chromium refuses its sandbox to root, and these pages are not run without one.
  if (isRoot) return 'root';
  return null;
}
