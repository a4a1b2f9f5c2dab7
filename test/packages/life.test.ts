import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAbout } from '../../build/package/linux/about.ts';
import { buildDeb } from '../../build/package/linux/deb.ts';
import { contentsOf } from '../../build/package/linux/make.ts';
import { buildRpm } from '../../build/package/linux/rpm.ts';
import { checkoutCache } from '../../build/prepare/places.mjs';
import { inFreshRoot } from './in-fresh-root.ts';
import { madePackage, unpackedFolder } from './made.ts';
import type { Life } from './told.ts';

let place: string;
let life: Life;

beforeAll(() => {
  place = mkdtempSync(join(checkoutCache, 'life-'));
  const older = { ...readAbout(), version: '0.0.1-beta.1' };
  const contents = { ...contentsOf(unpackedFolder), about: older };
  const work = join(place, 'work');
  const before = buildDeb(contents, { work, output: place, thoroughness: 'quick' });
  const rpmBefore = buildRpm(contents, { work, output: place, thoroughness: 'quick' });
  const made = [before, madePackage('deb'), rpmBefore, madePackage('rpm')];
  life = inFreshRoot('life.ts', ...made) as Life;
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('a computer on which the deb was installed', () => {
  it('had the version before, then this one, as it was packed', () => {
    expect(life.versions).toEqual(['0.0.1~beta.1', readAbout().version]);
    expect(life.verified).toBe('');
  });

  it('showed the tray to a person without rights, before and after the upgrade', () => {
    expect(life.looks.map(({ tooltip }) => tooltip)).toEqual(
      Array(2).fill('ChargeTray: no chargers yet'),
    );
    expect(life.looks.map(({ code }) => code)).toEqual([0, 0]);
  });

  it('answered in the terminal, also while an upgrade had replaced what ran', () => {
    const noChargers = { code: 1, out: '', err: expect.stringContaining('No chargers yet') };
    for (const look of life.looks) expect(look.status).toEqual(noChargers);
  });

  it('said nothing to who started it again, and showed what runs; with other data it is another', () => {
    for (const look of [...life.looks, life.readOnly]) {
      // Chromium misses the system's bus, which this computer has not.
      const own = look.again.err.split('\n').filter((line) => !/^\[\d+:.*bus\.cc/.test(line));
      expect({ ...look.again, err: own.join('') }).toEqual({ code: 0, out: '', err: '' });
      expect(look.elsewhere).toBe('ChargeTray: no chargers yet');
    }
  });

  it('ran as well where nothing of it could be written', () => {
    expect(life.readOnly).toMatchObject({ code: 0, tooltip: 'ChargeTray: no chargers yet' });
  });

  it('told root what to do instead, and started nothing', () => {
    const refused = {
      code: 1,
      out: '',
      err: expect.stringMatching(/^ChargeTray doesn’t run as root\. .*\n$/),
    };
    expect(life.asRoot).toEqual([refused, refused]);
  });

  it('had nothing of it after an installation for which there was no room', () => {
    expect(life.fullDisk.code).not.toBe(0);
    expect(life.fullDisk.err).toContain('No space left on device');
    expect(life.fullDisk.leftovers).toEqual([]);
  });

  it('kept pages in a sandbox, with namespaces and where none can be made', () => {
    expect(life.looks.map(({ hasNamespaces }) => hasNamespaces)).toEqual([true, false]);
    for (const { pages } of life.looks) {
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) {
        expect(page).toMatchObject({ filtered: true, inNamespace: true });
        expect(page.called).not.toContain('no-sandbox');
      }
    }
  });

  it('starts the app at login by a name that stays, as its owner wants it', () => {
    const [before, after] = life.looks.map(({ autostart }) => autostart);
    expect(before).toContain('\nExec=/opt/ChargeTray/chargetray --hidden\n');
    expect(after).toBe(`${before}X-GNOME-Autostart-Delay=60\n`);
  });

  it('let AppArmor allow the sandbox where that has to', () => {
    expect(life.profile).toContain('userns,');
  });

  it('is as it was once the app was removed, but for what belongs to the person', () => {
    expect(life.leftovers).toEqual([]);
    expect(life.missing).toEqual([]);
    expect(life.ownData).toContain('settings.json');
  });
});

describe('a computer on which the rpm was installed', () => {
  it('had the version before, then this one, as it was packed', () => {
    expect(life.rpm.versions).toEqual(['0.0.1~beta.1', readAbout().version]);
    expect(life.rpm.verified).toBe('');
  });

  it('has a person without rights who sees the tray, also while an upgrade replaces it', () => {
    const { look } = life.rpm;
    expect(look).toMatchObject({ code: 0, tooltip: 'ChargeTray: no chargers yet' });
    expect(look.pages).toMatchObject([{ filtered: true, inNamespace: true }]);
    expect(look.status.err).toContain('No chargers yet');
  });

  it('is as it was once the app was removed', () => {
    expect(life.rpm.leftovers).toEqual([]);
  });
});
