import { bytes } from '../documents/imports-renderer.ts';

export const message = bytes;
