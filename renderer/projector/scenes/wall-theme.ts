export const wallThemes = ['red', 'dark', 'light'] as const;

export type WallTheme = (typeof wallThemes)[number];
