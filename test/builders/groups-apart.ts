import { ballot, count, lock, next, type Order } from './orders.ts';

/** Group A prefers the second unit, group B the first; both rounds are locked and counted. The first step is on stage. */
export const groupsApart: readonly Order[] = [
  next,
  ballot('A1', 'u1', ['50', '20']),
  ballot('A2', 'u1', ['50', '20']),
  ballot('B1', 'u1', ['60', '40']),
  next,
  lock('u1'),
  next,
  ballot('A1', 'u2', ['60', '20']),
  ballot('A2', 'u2', ['60', '20']),
  ballot('B1', 'u2', ['10', '40']),
  next,
  lock('u2'),
  count(),
];
