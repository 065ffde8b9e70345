import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// Testing Library takes a test's page down by itself only where vitest's functions are global.
afterEach(cleanup);

// No host is behind a component's test: without an answer of the test's own, asking one fails at once and in silence,
// where happy-dom would call whatever listens on this machine.
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no host behind this test')));
});
