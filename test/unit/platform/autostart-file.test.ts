import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAutostartFile } from '../../../electron/platform/electron/autostart-file.ts';
import { canHold, holdFile } from '../../fixtures/held-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-autostart-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'autostart', 'chargetray.desktop');
const kept = () => readFileSync(path(), 'utf8');

describe('the file that starts the app at login', () => {
  it('comes with its folder and goes without a trace', async () => {
    const file = openAutostartFile(path());
    await file.remove();
    await file.write('entry');
    expect(kept()).toBe('entry');
    await file.remove();
    expect(existsSync(path())).toBe(false);
  });

  it.each(Array.from({ length: 10 }, (_, index) => index))(
    'is as the last of %i quick changes and one more says',
    async (times) => {
      const file = openAutostartFile(path());
      const isOn = (index: number) => index % 2 === 0;
      const changes = Array.from({ length: times + 1 }, (_, index) =>
        isOn(index) ? file.write(`entry ${index}`) : file.remove(),
      );
      await file.settled();
      await Promise.all(changes);
      expect(existsSync(path())).toBe(isOn(times));
      if (isOn(times)) expect(kept()).toBe(`entry ${times}`);
    },
  );

  it('follows what is found, and is left alone where that will do', async () => {
    const file = openAutostartFile(path());
    await file.follow((found) => `first after ${found}`);
    await file.follow(() => undefined);
    await file.follow((found) => `second after ${found}`);
    expect(kept()).toBe('second after first after undefined');
  });

  it('says what the disk refuses, and goes on afterwards', async () => {
    const file = openAutostartFile(path());
    writeFileSync(join(folder, 'autostart'), 'no folder');
    const refused = file.write('first');
    await file.settled();
    await expect(refused).rejects.toThrow();
    rmSync(join(folder, 'autostart'));
    await file.write('second');
    expect(kept()).toBe('second');
  });

  it.skipIf(!canHold)('holds nobody up while the disk does not answer', async () => {
    mkdirSync(join(folder, 'autostart'));
    writeFileSync(path(), 'what was there');
    const letGo = await holdFile(path());
    const file = openAutostartFile(path());
    const order: string[] = [];
    const following = file
      .follow((found) => `after ${found}`)
      .then(() => void order.push('followed'));
    const removing = file.remove().then(() => void order.push('removed'));
    order.push('not held up');
    await letGo();
    await Promise.all([following, removing]);
    expect(order).toEqual(['not held up', 'followed', 'removed']);
    expect(existsSync(path())).toBe(false);
  });
});
