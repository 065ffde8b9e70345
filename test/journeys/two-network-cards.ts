import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/**
 * Loaded into the host before its program: a machine with two network cards, which few test machines are. Their
 * addresses are loopback's, so that pages really reach the host under both.
 */
const card = (address: string): os.NetworkInterfaceInfo => ({
  ...{ address, netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00' },
  ...{ internal: false, cidr: `${address}/8` },
});

os.networkInterfaces = () => ({ cable: [card('127.0.0.1')], wireless: [card('127.0.0.2')] });
syncBuiltinESMExports();
