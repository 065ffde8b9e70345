import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SheetPartView } from './sheet-part-view.tsx';

afterEach(cleanup);

test('given two who sign in the same role, then each has a line', () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { getAllByText } = render(
    <SheetPartView part={{ kind: 'signatures', roles: ['监票', '计票', '监票'] }} />,
  );
  expect(getAllByText('监票')).toHaveLength(2);
  expect(complained).not.toHaveBeenCalled();
  complained.mockRestore();
});
