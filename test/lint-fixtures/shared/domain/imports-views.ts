import { shown } from '../views/imports-protocol.ts';

export const later = shown;
