import { describe, expect, it } from 'vitest';
import { refusedSwitches } from '../../../electron/platform/refused-switches.ts';
import { linkAddresses } from '../../../shared/text/link-addresses.ts';
import { source, sources } from '../../laws/sources.ts';

const privacy = source('docs/privacy.md').text;
const security = source('SECURITY.md').text;

/** Hosts of addresses that the code holds, but for those of its comments. */
function hostsIn(pattern: RegExp): readonly string[] {
  return sources(pattern).flatMap(({ text }) =>
    [...text.matchAll(/(?<=^(?!\s*(?:\/\/|\*)).*'https:\/\/)[\w.-]+/gm)].map(([host]) => host),
  );
}

describe('the page on privacy', () => {
  it('names every host of a brand, and every page that a click opens', () => {
    const clouds = hostsIn(/^electron\/integrations\/.*\.ts$/);
    expect(clouds).toContain('api.wall-box.com');
    const opened = Object.values(linkAddresses).map((address) => new URL(address).host);
    const named = [...privacy.matchAll(/`([a-z-]+(?:\.[a-z-]+)+)`/g)].map(([, host]) => host);
    const files = /\.(json|db|sock|address)$/;
    const hosts = named.filter((name) => name && !files.test(name));
    expect(new Set(hosts)).toEqual(new Set([...clouds, ...opened]));
  });

  it('leaves no host to be asked of which it does not speak', () => {
    // Sources of prices are in the table that it names, which has a test of its own.
    const others = hostsIn(
      /^(electron\/(?!integrations|tariffs\/sources)|shared\/(?!text\/link)).*\.ts$/,
    );
    expect(others).toContain('github.com');
    expect(others.filter((host) => !privacy.includes(`\`${host}\``))).toEqual([]);
  });

  it('names every file that is kept', () => {
    const main = source('electron/main.ts').text;
    const kept = [...main.matchAll(/keptFile\('(\w+)'/g)].map(([, name]) => `${name}.json`);
    expect(kept.length).toBeGreaterThan(3);
    for (const name of [...kept, 'history.db', 'control.sock', 'logs/', 'chromium/']) {
      expect(privacy).toContain(`| \`${name}\` |`);
    }
  });
});

describe('the page on security', () => {
  it('says rightly that no port is opened', () => {
    expect(security).toContain('No port is opened.');
    const opening = /\bcreateServer\(|\bnew (\w+\.)?(WebSocket)?Server\(|from 'node:dgram'/;
    const rooms = sources(/^electron\/.*\.ts$/).filter(({ text }) => opening.test(text));
    // A socket among the files, which no other computer reaches.
    const socket = 'electron/command-line/socket/open-socket.ts';
    expect(rooms.map(({ path }) => path)).toEqual([socket]);
    expect(source(socket).text).toContain('server.listen(address,');
    expect(security).toContain('`control.sock`');
  });

  it('names the switches of the packed app as they are set', () => {
    const [, set = ''] =
      /^electronFuses:\n((?: {2}.*\n)+)/m.exec(source('electron-builder.yml').text) ?? [];
    const fuses = [...set.matchAll(/(\w+): (\w+)/g)].map(([, name, value]) => `${name} ${value}`);
    const rows = [...security.matchAll(/^ *\| `(\w+)` \| `(\w+)` \|/gm)];
    const named = rows.map(([, name, value]) => `${name} ${value}`);
    const ordinary = 'loadBrowserProcessSpecificV8Snapshot false';
    expect([...named, ordinary].toSorted()).toEqual(fuses.toSorted());
  });

  it('leaves one place that opens an address, and none that it could be given', () => {
    const opening = sources(/^electron\/.*\.ts$/).filter(({ text }) => /openExternal/.test(text));
    expect(opening.map(({ path }) => path)).toEqual(['electron/platform/electron/desktop.ts']);
    const calls = opening.flatMap(({ text }) => text.match(/openExternal\(.*?\)/g) ?? []);
    expect(calls).toEqual(['openExternal(linkAddresses[link])']);
    for (const address of Object.values(linkAddresses)) expect(address).toMatch(/^https:\/\/\w/);
  });

  it('names every switch with which the packed app does not start', () => {
    const [, table = ''] = /\| Refused \| Because \|\n([\s\S]*?)\n\n/.exec(security) ?? [];
    const named = [...table.matchAll(/`--([\w-]+)`/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...refusedSwitches].toSorted());
  });

  it('has the content policy of the window', () => {
    const file = source('electron/platform/electron/window/page-files.ts').text;
    const [, list = ''] = /contentPolicy = \[([\s\S]*?)\]/.exec(file) ?? [];
    const policy = [...list.matchAll(/"([^"]+)"/g)].map(([, part]) => part).join('; ');
    expect(policy).toContain("default-src 'none'");
    expect(security.replaceAll(/\s+/g, ' ')).toContain(policy);
  });
});
