import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pinDesk } from '../connection/pin-desk.ts';
import { pinsInMemory } from '../connection/pin-memory.ts';
import { monitorWords } from '../i18n/monitor.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PinStep } from './pin-step.tsx';

beforeEach(() => startI18n('monitor', monitorWords, 'en'));
afterEach(cleanup);

const type = (label: string, text: string) =>
  act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value: text } }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string) => act(async () => fireEvent.click(button(name)));

/** The step at a desk whose person has chosen 246810. */
async function openStep() {
  const pins = pinDesk(pinsInMemory());
  render(<PinStep pins={pins} />);
  expect(screen.queryByRole('dialog')).toBeNull();
  let come: unknown;
  await act(async () => {
    come = pins.ask('event-1', { purpose: 'come-in', mayChooseAnew: true });
  });
  return { pins, come: come as Promise<{ publicKey: string } | null> };
}

// Each PIN is worked into a key for as long as a person can wait, and longer beside other work.
describe('the PIN step', { timeout: 30_000 }, () => {
  test('SAME-3: a new PIN is typed twice, digits only, hidden, and what it doesn’t protect from is said', async () => {
    const { come } = await openStep();
    expect(screen.getByRole('dialog', { name: /second person sets a PIN/ })).toBeTruthy();
    expect(screen.getByText(/tries every PIN, can sign as you/)).toBeTruthy();
    expect(button('Continue').disabled).toBe(true);
    await type('PIN', '24x6810');
    const field = screen.getByLabelText<HTMLInputElement>('PIN');
    expect([field.value, field.type]).toEqual(['246810', 'password']);
    await type('PIN once more', '246811');
    await press('Continue');
    expect(screen.getByRole('alert').textContent).toContain('The two PINs differ');
    await type('PIN', '246810');
    await type('PIN once more', '246810');
    await press('Continue');
    expect(await come).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('SAME-3: a signature asks for it again; a wrong one is told, a third one waits, and one may leave it', async () => {
    const { pins, come } = await openStep();
    await type('PIN', '246810');
    await type('PIN once more', '246810');
    await press('Continue');
    await come;
    let signed: Promise<unknown> = Promise.resolve('');
    await act(async () => {
      signed = pins.ask('event-1', { purpose: 'sign', mayChooseAnew: false });
    });
    expect(screen.queryByRole('button', { name: 'Set another PIN' })).toBeNull();
    for (const _ of [1, 2, 3]) {
      await type('PIN', '111111');
      await press('Sign');
      expect(screen.getByRole('alert').textContent).toContain('Wrong PIN');
      expect(screen.getByLabelText<HTMLInputElement>('PIN').value).toBe('');
    }
    expect(screen.getByRole('alert').textContent).toMatch(/Try again in [1-5] s/);
    await type('PIN', '246810');
    expect(button('Sign').disabled).toBe(true);
    await press('Don’t sign');
    expect(await signed).toBeNull();
  });
});
