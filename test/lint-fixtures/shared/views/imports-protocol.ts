import { message } from '../protocol/imports-documents.ts';

export const shown = message;
