/** One page whose states the gallery shows. Language and theme are read from the address, as on the page itself. */
export type GalleryPage = {
  readonly states: readonly string[];
  readonly show: (container: HTMLElement, state: string) => void;
};
