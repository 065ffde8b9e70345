import { page } from '../../renderer/panel/imports-electron.ts';

export const bytes = page;
