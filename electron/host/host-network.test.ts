import { describe, expect, test } from 'vitest';
import { HostNetwork } from './host-network.ts';

const hall = { name: 'eth0', address: '192.168.8.10' };
const office = { name: 'wlan0', address: '10.0.0.7' };

function aNetwork(parts: Partial<ConstructorParameters<typeof HostNetwork>[0]> = {}): HostNetwork {
  return new HostNetwork({
    listensOn: '0.0.0.0',
    asked: null,
    remembered: null,
    store: null,
    isBound: () => false,
    changed: () => undefined,
    report: () => undefined,
    cards: () => [hall, office],
    ...parts,
  });
}

describe('the address that devices are told', () => {
  test('given nothing asked for, when the event is new, then it is the first network card', () => {
    expect(aNetwork().origins).toEqual(['http://192.168.8.10:0', 'http://10.0.0.7:0']);
  });

  test('given an address of another network, when nobody has been told of the event yet, then it is forgotten', () => {
    expect(aNetwork({ remembered: '172.16.0.1' }).address).toBe('192.168.8.10');
    expect(aNetwork({ remembered: '10.0.0.7' }).address).toBe('10.0.0.7');
    expect(aNetwork({ remembered: 'leitai.test' }).address).toBe('leitai.test');
  });

  test('given printed cards, when their address has gone from this machine, then it is kept and the console is told which', () => {
    const network = aNetwork({ remembered: '172.16.0.1', isBound: () => true });
    expect(network.address).toBe('172.16.0.1');
    expect(network.view()).toMatchObject({ lostAddress: '172.16.0.1', cards: [hall, office] });
    expect(aNetwork({ remembered: '10.0.0.7', isBound: () => true }).view().lostAddress).toBeNull();
  });

  test('given an address asked for that this machine hasn’t got, then the console is told; a name or loopback is left alone', () => {
    const lost = (asked: string) => aNetwork({ asked }).view().lostAddress;
    expect(lost('172.16.0.1')).toBe('172.16.0.1');
    expect(['10.0.0.7', '127.0.0.1', 'leitai.local'].map(lost)).toEqual([null, null, null]);
  });

  test('given the machine’s cards, when the operator picks one, then it is told and anything else is refused', () => {
    const network = aNetwork();
    expect([network.choose('10.0.0.7'), network.choose('8.8.8.8')]).toEqual([true, false]);
    expect(network.view()).toMatchObject({ chosen: '10.0.0.7', links: { panel: 'http://10.0.0.7:0/panel' } });
  });

  test('given a host that listens on loopback alone, when pages ask where it is, then no other address is named', () => {
    const network = aNetwork({ listensOn: '127.0.0.1', asked: '127.0.0.1' });
    expect(network.origins).toEqual(['http://127.0.0.1:0']);
  });
});
