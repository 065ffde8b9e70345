import { authority } from '../../electron/host/imports-electron-package.ts';

export const page = authority;
