import { describe, expect, it } from 'vitest';
import { processorIn, readMachine, systemOf } from '../../bench/report/machine.ts';

describe('processorIn', () => {
  it.each([
    [
      'processor\t: 0\nmodel name\t: Some Processor 9000 \nmodel name\t: Other\n',
      'Some Processor 9000',
    ],
    ['processor\t: 0\nBogoMIPS\t: 48.00\n', 'unnamed processor'],
    ['', 'unnamed processor'],
  ])('in %j is %s', (text, name) => {
    expect(processorIn(text)).toBe(name);
  });
});

describe('systemOf', () => {
  it.each([
    ['6.18.44-garage-pc', 'NAME="Debian"\nPRETTY_NAME="Debian 12"\n', 'Linux 6.18.44, Debian 12'],
    ['6.1.0', 'PRETTY_NAME=Alpine\n', 'Linux 6.1.0, Alpine'],
    ['6.1.0-2-amd64', '', 'Linux 6.1.0'],
  ])('of %s has no name but the maker’s', (release, about, system) => {
    expect(systemOf('Linux', release, about)).toBe(system);
  });
});

describe('readMachine', () => {
  it('finds this one', async () => {
    const machine = await readMachine('45.4.1');
    expect(machine).toMatchObject({ electron: '45.4.1', node: process.versions.node });
    expect(machine.processors).toBeGreaterThan(0);
    expect(machine.memoryGiB).toBeGreaterThan(0);
  });
});
