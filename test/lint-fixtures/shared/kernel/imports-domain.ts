import { later } from '../domain/imports-views.ts';

export const earlier = later;
