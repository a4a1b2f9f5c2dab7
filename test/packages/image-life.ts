/**
 * Has a person use an AppImage: from a folder with spaces, under another name, and where no program
 * can make the namespaces of a sandbox. Runs as root in a root of its own.
 */
import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { home, makePerson, personLives } from './person-lives.ts';

const [made = ''] = process.argv.slice(2);
makePerson();
const folder = join(home, 'My programs');
mkdirSync(folder);
const [before = '', after = ''] = ['ChargeTray 0.1.AppImage', 'ChargeTray at 50%.AppImage'].map(
  (name) => join(folder, name),
);
copyFileSync(made, before);
const first = await personLives({ inSameRoot: true, program: before });
renameSync(before, after);
const second = await personLives({ inSameRoot: true, program: after });
const third = await personLives({ inSameRoot: false, program: after });
process.stdout.write(`${JSON.stringify([first, second, third])}\n`);
