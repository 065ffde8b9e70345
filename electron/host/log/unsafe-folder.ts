import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, parse, sep } from 'node:path';

/** Why an event may not live in a folder: its file would be changed behind SQLite's back. */
export type UnsafeFolder =
  | { readonly code: 'network-share'; readonly folder: string; readonly share: string }
  | { readonly code: 'synced-folder'; readonly folder: string; readonly service: string };

const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs\d?|ncpfs|afs|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|davfs2?|glusterfs|ceph|s3fs|gvfsd-fuse|smbnetfs))$/;

const SYNCED_NAMES =
  /^(OneDrive( - .+)?|Dropbox( \(.+\))?|Google ?Drive|My Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Box( Sync)?|MEGA(sync)?|pCloud ?Drive|Nextcloud|ownCloud|Seafile|Syncthing|Yandex\.Disk|Nutstore( ?Files)?|(我的)?坚果云|BaiduSyncdisk|BaiduNetdiskWorkspace|百度网盘(同步空间)?|WPS ?(云盘|Drive)|Weiyun ?(Disk|Sync)?|(腾讯)?微云(同步助手|同步盘)?|ADrive|阿里云盘|天翼云盘|115(网盘|生活)|360(安全)?云盘|Synology ?Drive|SynologyDrive)$/i;

/** Files that a sync program leaves in the root of what it syncs. */
const SYNC_TRACES = ['.stfolder', '.dropbox.cache', '.nutstore'];

/** Looks at where a file lies (links followed). `mounts` replaces the system's list of mounts in tests. */
export function findUnsafeFolder(path: string, mounts?: string): UnsafeFolder | null {
  const folder = realpathSync.native(dirname(path));
  // Following a mapped drive letter ends in its UNC path.
  if (folder.startsWith('\\\\')) return { code: 'network-share', folder, share: folder };
  const network = findMount(folder, mounts ?? readMounts());
  if (network !== null) return { code: 'network-share', folder, share: network };
  const service = findSyncService(folder);
  return service === null ? null : { code: 'synced-folder', folder, service };
}

function findSyncService(folder: string): string | null {
  const named = folder.split(sep).find((name) => SYNCED_NAMES.test(name));
  if (named !== undefined) return named;
  for (let at = folder; ; at = dirname(at)) {
    const trace = SYNC_TRACES.find((name) => existsSync(join(at, name)));
    if (trace !== undefined) return join(at, trace);
    if (at === parse(at).root) return null;
  }
}

/** The innermost mount the folder lies on, if its type is that of a network file system. */
function findMount(folder: string, mounts: string): string | null {
  let innermost = { point: '', type: '', source: '' };
  for (const line of mounts.split('\n')) {
    const mount = parseMount(line);
    if (mount === null || mount.point.length < innermost.point.length) continue;
    if (mount.point === '/' || folder === mount.point || folder.startsWith(`${mount.point}/`))
      innermost = mount;
  }
  return NETWORK_TYPES.test(innermost.type) ? innermost.source : null;
}

function parseMount(line: string): { point: string; type: string; source: string } | null {
  // macOS: "//guest@server/share on /Volumes/share (smbfs, nodev)"; Linux: "server:/x /mnt/x nfs4 rw 0 0".
  const mac = /^(.+) on (\/.*) \((\w+)/.exec(line);
  if (mac !== null) return { source: mac[1] ?? '', point: mac[2] ?? '', type: mac[3] ?? '' };
  const [source, point, type] = line.split(' ').map(unescapeOctal);
  return source === undefined || point === undefined || type === undefined ? null : { source, point, type };
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function readMounts(): string {
  if (process.platform === 'linux') return readFileSync('/proc/mounts', 'utf8');
  if (process.platform === 'darwin') return execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 });
  return '';
}
