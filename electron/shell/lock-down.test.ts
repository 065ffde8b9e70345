import { describe, expect, test } from 'vitest';
import { PreventableEvent } from '../../test/electron/stand-in-emitter.ts';
import { startMachine } from '../../test/electron/start-machine.ts';

const hostPage = 'http://127.0.0.1:4180/console';
const foreign = [
  'https://example.com/',
  'http://127.0.0.1:4181/console',
  'http://127.0.0.1:4180@example.com/',
  'http://user@127.0.0.1:4180/',
  'https://127.0.0.1:4180/console',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'not a url',
];

function running() {
  const machine = startMachine();
  machine.comeUp();
  return machine;
}

describe('every window', () => {
  test('is isolated and sandboxed, without Node, without a preload script', () => {
    const machine = running();
    expect(machine.windows).toHaveLength(2);
    for (const { options } of machine.windows) {
      expect(options.webPreferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
      });
      expect(options.webPreferences).not.toHaveProperty('preload');
    }
  });

  test('of the projector draws on behind others', () => {
    expect(running().projector()?.options.webPreferences?.backgroundThrottling).toBe(false);
  });
});

describe('contents', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s leads only to the host',
    (event) => {
      const contents = running().openContents();
      for (const url of foreign) {
        const navigation = new PreventableEvent(url);
        contents.emit(event, navigation);
        expect(navigation.defaultPrevented, url).toBe(true);
      }
      const allowed = new PreventableEvent(hostPage);
      contents.emit(event, allowed);
      expect(allowed.defaultPrevented).toBe(false);
    },
  );

  test('before a host is ready nothing can be navigated to', () => {
    const contents = startMachine().openContents();
    const navigation = new PreventableEvent(hostPage);
    contents.emit('will-navigate', navigation);
    expect(navigation.defaultPrevented).toBe(true);
  });

  test('new windows and webviews are denied, the host’s own pages included, but for the page that prints', () => {
    const contents = running().openContents();
    const foreignPaper = foreign.map((url) => `${url}/console/paper`);
    for (const url of [hostPage, `${hostPage}/cards`, ...foreign, ...foreignPaper])
      expect(contents.windowOpenHandler?.({ ...windowDetails, url }), url).toEqual({ action: 'deny' });
    const printing = contents.windowOpenHandler?.({ ...windowDetails, url: `${hostPage}/paper?token=t` });
    expect(printing).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: {
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
      },
    });
    const attaching = new PreventableEvent();
    contents.emit('will-attach-webview', attaching);
    expect(attaching.defaultPrevented).toBe(true);
  });
});

const windowDetails = {
  frameName: '',
  features: '',
  disposition: 'new-window',
  referrer: { url: '', policy: 'default' },
} as const;

describe('the session', () => {
  test('grants no permission, asked for or looked up, and no device', () => {
    const { session } = running();
    const answers: boolean[] = [];
    const { permissionRequest, permissionCheck, devicePermission } = session;
    if (permissionRequest === null || permissionCheck === null || devicePermission === null) {
      throw new Error('a handler is missing');
    }
    // None of the handlers looks at its arguments.
    for (const permission of ['media', 'geolocation', 'fullscreen', 'unknown']) {
      Reflect.apply(permissionRequest, undefined, [
        null,
        permission,
        (granted: boolean) => answers.push(granted),
      ]);
      answers.push(Reflect.apply(permissionCheck, undefined, [null, permission, '', {}]));
    }
    answers.push(Reflect.apply(devicePermission, undefined, [{}]));
    expect(answers).toEqual(Array(9).fill(false));
  });

  test('lets requests go to the host only', () => {
    const { session } = running();
    for (const url of foreign) expect(session.isCancelled(url), url).toBe(true);
    expect(session.isCancelled('wss://127.0.0.1:4180/socket')).toBe(true);
    expect(session.isCancelled(hostPage)).toBe(false);
    expect(session.isCancelled('ws://127.0.0.1:4180/socket')).toBe(false);
    expect(session.isCancelled('blob:http://127.0.0.1:4180/1')).toBe(false);
  });
});
