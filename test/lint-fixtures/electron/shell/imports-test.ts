import { builder } from '../../test/builder.ts';

export const window = builder;
