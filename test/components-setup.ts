import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library takes a test's page down by itself only where vitest's functions are global.
afterEach(cleanup);
