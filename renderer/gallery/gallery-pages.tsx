import type { ReactNode } from 'react';
import type { Language } from '../../shared/kernel/language.ts';
import { WallGallery, wallStates } from './wall-gallery.tsx';

export type GalleryState = {
  readonly state: string;
  readonly language: Language;
  readonly theme: string | null;
};

export type GalleryPage = {
  readonly states: readonly string[];
  readonly draw: (asked: GalleryState) => ReactNode;
};

/** Every page whose states the gallery shows; `?page=projector&state=final&lang=en&theme=dark` is one of them. */
export const galleryPages: { readonly [page: string]: GalleryPage } = {
  projector: { states: wallStates, draw: (asked) => <WallGallery {...asked} /> },
};
