/** Has a person update an AppImage. Runs as root in a root of its own. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './made.ts';
import { asPerson, home, makePerson } from './person-lives.ts';

const [made = '', next = '', version = ''] = process.argv.slice(2);
// There is no network but this: releases lie on this very machine.
printed('ip', 'link', 'set', 'lo', 'up');
makePerson();
const folder = join(home, 'My programs');
mkdirSync(folder);
const program = join(folder, 'ChargeTray.AppImage');
copyFileSync(made, program);
const newer = join(home, 'newer');
copyFileSync(next, newer);
printed('chown', '--recursive', 'tester:tester', home);
const what = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'person-updates.ts')];
const own = ['env', '-i', 'PATH=/usr/local/bin:/usr/bin:/bin', `HOME=${home}`, 'USER=tester'];
const [command = '', ...args] = [...asPerson, ...own, ...what, program, newer, version];
process.stdout.write(printed(command, ...args));
