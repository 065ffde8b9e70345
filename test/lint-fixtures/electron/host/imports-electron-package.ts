import { app } from 'electron';

export const authority = app;
