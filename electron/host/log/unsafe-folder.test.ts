import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-folder.ts';
import { findUnsafeFolder } from './unsafe-folder.ts';

const LOCAL = '/dev/vda / ext4 rw,relatime 0 0\ntmpfs /tmp tmpfs rw 0 0';

function fileIn(...folders: readonly string[]): string {
  const folder = join(realpathSync(temporaryFolder()), ...folders);
  mkdirSync(folder, { recursive: true });
  return join(folder, 'event.leitai');
}

describe('the folder of an event', () => {
  test('given a local folder, when looked at, then it is safe', () => {
    expect(findUnsafeFolder(fileIn('擂台', 'Boxes', 'my events'), LOCAL)).toBeNull();
    expect(findUnsafeFolder(fileIn())).toBeNull();
  });

  test.each(['nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse.rclone', 'davfs'])(
    'given a mount of type %s, when looked at, then it is a network share',
    (type) => {
      const path = fileIn('share', 'events');
      const mounts = `${LOCAL}\n//server/x ${dirname(dirname(path))} ${type} rw 0 0`;
      expect(findUnsafeFolder(path, mounts)).toStrictEqual({
        code: 'network-share',
        folder: dirname(path),
        share: '//server/x',
      });
    },
  );

  test('given a local disk mounted inside a share, when looked at, then the inner one counts', () => {
    const path = fileIn('share', 'with space');
    const mounts = `server:/x ${dirname(dirname(path))} nfs rw 0 0\n/dev/sdb ${dirname(path).replaceAll(' ', '\\040')} ext4 rw 0 0`;
    expect(findUnsafeFolder(path, mounts)).toBeNull();
  });

  test('given a share that only begins with the same name, when looked at, then it does not count', () => {
    const path = fileIn('events');
    expect(findUnsafeFolder(path, `${LOCAL}\nserver:/x ${dirname(path).slice(0, -1)} nfs rw 0 0`)).toBeNull();
  });

  test('given the mounts as macOS lists them, when looked at, then a share is found', () => {
    const path = fileIn('events');
    const mounts = `/dev/disk3s1 on / (apfs, sealed)\n//guest@server/x on ${dirname(path)} (smbfs, nodev)`;
    expect(findUnsafeFolder(path, mounts)).toMatchObject({
      code: 'network-share',
      share: '//guest@server/x',
    });
  });

  test.each([
    'OneDrive',
    'OneDrive - 示例单位',
    'Dropbox',
    'Google Drive',
    '坚果云',
    '我的坚果云',
    'BaiduSyncdisk',
    'WPS云盘',
    'Nutstore Files',
    'SynologyDrive',
  ])('given a folder named %s above it, when looked at, then it is a synced folder', (name) => {
    expect(findUnsafeFolder(fileIn(name, 'events'), LOCAL)).toMatchObject({
      code: 'synced-folder',
      service: name,
    });
  });

  test('given the trace of a sync program above it, when looked at, then it is a synced folder', () => {
    const path = fileIn('documents', 'events');
    const trace = join(dirname(dirname(path)), '.stfolder');
    writeFileSync(trace, '');
    expect(findUnsafeFolder(path, LOCAL)).toMatchObject({ code: 'synced-folder', service: trace });
  });
});
