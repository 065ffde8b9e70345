import { describe, expect, test } from 'vitest';
import { PreventableEvent } from '../../test/electron/stand-in-emitter.ts';
import { display, laptop, startMachine, wall } from '../../test/electron/start-machine.ts';

const third = display(3, 4000);
const heldAndOpen = { kind: 'status', isLive: true, heldNumbers: true, coversHeld: false } as const;
const heldAndCovered = { ...heldAndOpen, coversHeld: true };

describe('two displays', () => {
  test('the console opens on the first, the projector full screen on the second, without taking the focus', () => {
    const machine = startMachine({ displays: [laptop, wall] });
    machine.comeUp();
    expect(machine.console().getBounds()).toEqual(laptop.workArea);
    expect(machine.console().isVisible()).toBe(true);
    const projector = machine.projector();
    expect(projector?.getBounds()).toEqual(wall.bounds);
    expect(projector).toMatchObject({ isFullScreen: true, hasFocus: false, hasMenu: false });
    expect(machine.host().last('displays')).toEqual({
      kind: 'displays',
      count: 2,
      mirrored: false,
      wall: 'second',
    });
  });

  test('on macOS the projector is full screen without a space of its own', () => {
    const machine = startMachine({ platform: 'darwin' });
    machine.comeUp();
    expect(machine.projector()).toMatchObject({ isFullScreen: false, isSimpleFullScreen: true });
  });

  test('the first display is the system’s primary one, wherever it stands in the list; the menu swaps them', () => {
    const machine = startMachine({ displays: [display(7, -1920), display(8, 0)], primaryId: 8 });
    machine.comeUp();
    expect(machine.console().getBounds().x).toBe(0);
    expect(machine.projector()?.getBounds().x).toBe(-1920);
    machine.menu.press('Swap console and wall');
    expect(machine.console().getBounds().x).toBe(-1920);
    expect(machine.projector()?.getBounds().x).toBe(0);
  });

  test('closing the projector by its keys is refused', () => {
    const machine = startMachine();
    machine.comeUp();
    const closing = new PreventableEvent();
    machine.projector()?.emit('close', closing);
    expect(closing.defaultPrevented).toBe(true);
  });
});

describe('one display, or a mirrored one', () => {
  test('given one display, then it says so to the host and has no projector', () => {
    const machine = startMachine({ displays: [laptop] });
    machine.comeUp();
    expect(machine.host().last('displays')).toEqual({
      kind: 'displays',
      count: 1,
      mirrored: false,
      wall: 'none',
    });
    expect(machine.projector()).toBeNull();
    expect(machine.console().isVisible()).toBe(true);
  });

  test('given a display that mirrors the first, then it says so to the host and has no projector', () => {
    const machine = startMachine({ displays: [laptop, display(2, 0)] });
    machine.comeUp();
    expect(machine.host().last('displays')).toEqual({
      kind: 'displays',
      count: 2,
      mirrored: true,
      wall: 'none',
    });
    expect(machine.projector()).toBeNull();
  });

  test('given held numbers, when the wall starts to mirror, then the console is hidden until its view covers them', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say(heldAndOpen);
    machine.screen.change([laptop, display(2, 0)]);
    expect(machine.projector()).toBeNull();
    expect(machine.console().isVisible()).toBe(false);
    machine.host().say(heldAndOpen);
    expect(machine.console().isVisible()).toBe(false);
    machine.app.emit('activate');
    expect(machine.console().isVisible()).toBe(false);
    machine.host().say(heldAndCovered);
    expect(machine.console().isVisible()).toBe(true);
  });

  test('given held numbers and a console waiting for its cover, when the wall is apart again, then it is shown at once', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say(heldAndOpen);
    machine.screen.unplug(wall);
    expect(machine.console().isVisible()).toBe(false);
    machine.screen.plugIn(wall);
    expect(machine.console().isVisible()).toBe(true);
  });

  test('given nothing held, when the wall is unplugged, then the console stays in sight', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.screen.unplug(wall);
    expect(machine.console().isVisible()).toBe(true);
  });

  test('given two mirrored walls beside the laptop, then they are one wall', () => {
    const machine = startMachine({ displays: [laptop, wall, display(3, 1440)] });
    machine.comeUp();
    expect(machine.host().last('displays')).toEqual({
      kind: 'displays',
      count: 3,
      mirrored: false,
      wall: 'second',
    });
  });
});

describe('plugging in and out', () => {
  test('given one display, when a second is plugged in, then the projector opens on it and the console stays', () => {
    const machine = startMachine({ displays: [laptop] });
    machine.comeUp();
    machine.screen.plugIn(wall);
    machine.projector()?.emit('ready-to-show');
    expect(machine.projector()?.getBounds()).toEqual(wall.bounds);
    expect(machine.projector()?.isFullScreen).toBe(true);
    expect(machine.console().getBounds()).toEqual(laptop.workArea);
  });

  test('when the system makes the wall the primary display and moves the console there, then it goes back', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.console().maximized = true;
    machine.screen.primaryId = wall.id;
    machine.screen.change([wall, laptop]);
    machine.console().moveTo(wall.workArea);
    expect(machine.console().getBounds()).toEqual(laptop.workArea);
    expect(machine.projector()?.getBounds()).toEqual(wall.bounds);
  });

  test('given a third display, when the operator takes the console there, then it stays there; dragged onto the wall it goes back', () => {
    const machine = startMachine({ displays: [laptop, wall, third] });
    machine.comeUp();
    const atThird = { x: 4100, y: 100, width: 1200, height: 700 };
    machine.console().moveTo(atThird);
    machine.screen.change([laptop, wall, third]);
    expect(machine.console().getBounds()).toEqual(atThird);
    machine.console().moveTo({ ...atThird, x: 1500 });
    expect(machine.console().getBounds()).toEqual(third.workArea);
  });

  test('when the wall is unplugged, then the projector closes; when another is plugged in, then it opens there at the same URL', () => {
    const machine = startMachine();
    machine.comeUp();
    const url = machine.projector()?.loaded.at(-1);
    machine.screen.unplug(wall);
    expect(machine.projector()).toBeNull();
    expect(machine.host().last('displays')).toMatchObject({ count: 1, wall: 'none' });
    machine.screen.plugIn(third);
    expect(machine.projector()?.getBounds()).toEqual(third.bounds);
    expect(machine.projector()?.loaded).toEqual([url]);
    expect(machine.host().last('displays')).toMatchObject({ count: 2, wall: 'second' });
  });

  test('when a third display is plugged in, then nothing moves', () => {
    const machine = startMachine();
    machine.comeUp();
    const before = machine.projector();
    machine.screen.plugIn(third);
    expect(machine.projector()).toBe(before);
    expect(machine.console().getBounds()).toEqual(laptop.workArea);
  });

  test('when the wall changes its resolution, then the projector fills it again', () => {
    const machine = startMachine();
    machine.comeUp();
    const uhd = display(2, 1440, 3840, 2160);
    machine.screen.change([laptop, uhd]);
    expect(machine.projector()?.getBounds()).toEqual(uhd.bounds);
  });

  test('when only the wall is left, then the console is hidden, and shown again on the next display', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.screen.unplug(laptop);
    expect(machine.console().isVisible()).toBe(false);
    expect(machine.projector()?.getBounds()).toEqual(wall.bounds);
    machine.screen.plugIn(third);
    expect(machine.console().isVisible()).toBe(true);
    expect(machine.console().getBounds()).toEqual(third.workArea);
    expect(machine.projector()?.getBounds()).toEqual(wall.bounds);
  });

  test('given an unplugged wall, when it comes back in place of the laptop’s display, then it is still the wall', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.screen.unplug(wall);
    machine.screen.change([wall]);
    expect(machine.console().isVisible()).toBe(false);
    expect(machine.projector()?.getBounds()).toEqual(wall.bounds);
    machine.screen.change([laptop, wall]);
    expect(machine.console().isVisible()).toBe(true);
    expect(machine.console().getBounds()).toEqual(laptop.workArea);
  });

  test('given only the wall, when the operator asks for the console, then the projector makes room and held numbers wait for their cover', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say(heldAndOpen);
    machine.screen.unplug(laptop);
    machine.app.emit('second-instance', {}, [], '/venue', { argv: [] });
    expect(machine.projector()).toBeNull();
    expect(machine.host().last('displays')).toMatchObject({ count: 1, wall: 'none' });
    expect(machine.console().isVisible()).toBe(false);
    machine.host().say(heldAndCovered);
    expect(machine.console().isVisible()).toBe(true);
    expect(machine.console().getBounds()).toEqual(wall.workArea);
  });
});
