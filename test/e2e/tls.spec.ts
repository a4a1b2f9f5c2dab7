import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { build } from 'vite';
import { bundles } from '../../build/bundle/entries.ts';
import { launch } from '../../build/launch.mjs';
import {
  keyed,
  oddFarEnd,
  type SecureFarEnd,
  secureFarEnd,
} from '../unit/integrations/secure-far-end.ts';
import { test as base } from './fixtures.ts';
import type { ProbeCase } from './tls-probe.ts';

interface Fixtures {
  /** Tries one far end after the other in a real Electron: it brings a TLS of its own. */
  readonly probe: (cases: readonly ProbeCase[]) => Promise<readonly unknown[]>;
}

const test = base.extend<Fixtures>({
  probe: async ({ computer }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'chargetray-tls-'));
    await buildProbe(folder);
    await use(async (cases) => {
      const { executablePath, args } = launch();
      const switches = args.filter((arg) => arg.startsWith('--'));
      const told = [`--user-data-dir=${computer.dataFolder}`, folder, JSON.stringify(cases)];
      const { env } = computer.desktop;
      const ran = await promisify(execFile)(executablePath, [...switches, ...told], { env });
      const { electron, answers } = JSON.parse(ran.stdout);
      expect(electron).toMatch(/^\d+\./);
      return answers;
    });
    await rm(folder, { recursive: true, force: true });
  },
});

const rsa1024 = { keyType: 'rsa', keySize: 1024 } as const;

test('Electron shakes hands, pins and refuses as Node does', async ({ probe }) => {
  const ends = await farEnds();
  const { weak, ec, expired, other, old, plain, refused } = ends;
  const answers = await probe([
    { base: weak.base },
    { base: ec.base },
    { base: weak.base, pin: weak.fingerprint },
    { base: weak.base, pin: weak.fingerprint },
    { base: ec.base, pin: ec.fingerprint },
    { base: expired.base, pin: expired.fingerprint },
    { base: other.base, pin: weak.fingerprint },
    { base: old.base },
    { base: old.base, pin: weak.fingerprint },
    { base: plain.base },
    { base: refused.base, pin: weak.fingerprint },
  ]);
  const shown = (fingerprint: string, key: string) => ({
    ok: true,
    value: { fingerprint, key, subject: 'CN=station, O=Example Works' },
  });
  const answered = { ok: true, value: { status: 200, body: '{}' } };
  const failed = (failure: object) => ({ ok: false, failure });
  expect(answers).toMatchObject([
    shown(weak.fingerprint, 'RSA 1024'),
    shown(ec.fingerprint, 'EC P-256'),
    answered,
    answered,
    answered,
    answered,
    failed({ kind: 'certificateChanged', offered: { fingerprint: other.fingerprint } }),
    failed({ kind: 'oldTls' }),
    failed({ kind: 'oldTls' }),
    failed({ kind: 'notUnderstood' }),
    failed({ kind: 'unreachable', why: 'connectionRefused' }),
  ]);
  // One reading, and one connection for both requests.
  expect(weak.heard.connections).toBe(2);
  expect(other.heard).toMatchObject({ connections: 1, bytes: 0, requests: [] });
  await Promise.all([weak, ec, expired, other, old, plain].map((end) => end.close()));
});

/** The probe as the app's own main script would be built, in a folder that Electron can start. */
async function buildProbe(folder: string): Promise<void> {
  const [main] = bundles(folder);
  const entry = join(import.meta.dirname, 'tls-probe.ts');
  const rolldownOptions = { ...main?.build?.rolldownOptions, input: { main: entry } };
  await build({ ...main, build: { ...main?.build, rolldownOptions } });
  const described = { name: 'tls-probe', version: '0.0.0', main: 'main.cjs' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(described));
}

async function farEnds() {
  const day = 86_400_000;
  const past = {
    notBeforeDate: new Date(Date.now() - 9 * day),
    notAfterDate: new Date(Date.now() - 2 * day),
  };
  const oldTls = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  } as const;
  const refused = await oddFarEnd(() => undefined);
  await refused.close();
  return {
    weak: await shows(rsa1024),
    ec: await shows({}),
    expired: await shows(past),
    other: await shows({}),
    old: await secureFarEnd(await keyed(rsa1024), { tls: oldTls }),
    plain: await oddFarEnd((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    refused,
  };
}

async function shows(
  options: Parameters<typeof keyed>[0],
): Promise<SecureFarEnd & { readonly fingerprint: string }> {
  const certificate = await keyed(options);
  return { ...(await secureFarEnd(certificate)), fingerprint: certificate.fingerprint };
}
