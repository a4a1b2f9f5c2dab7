// @ts-check
// Loaded before anything else, it ends this process with SIGKILL at one of the calls by which a file is
// changed: before the call whose number is in KILL_AT; with ".5" behind it, after half of that write.
// Where it lives on, it says at its end which calls there were.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [at = 0, half = 0] = (process.env.KILL_AT ?? '').split('.').map(Number);
const changing = [
  'copyFile',
  'mkdir',
  'rename',
  'rm',
  'unlink',
  'ftruncate',
  'fsync',
  'write',
  'close',
];
/** @type {string[]} */
let calls = [];

/** @param {string} name @param {readonly unknown[]} args */
function count(name, args) {
  calls.push(name);
  if (calls.length !== at) return;
  if (half > 0) {
    if (name !== 'write') process.exit(9);
    const [handle, content] = args;
    const bytes = Buffer.from(/** @type {string} */ (content));
    original.writeSync(/** @type {number} */ (handle), bytes, 0, Math.floor(bytes.length / 2));
  }
  process.kill(process.pid, 'SIGKILL');
}

const original = { writeSync: fs.writeSync };

/** @param {object} owner @param {string} name */
function guard(owner, name) {
  const real = Reflect.get(owner, name);
  if (typeof real !== 'function') return;
  Reflect.set(owner, name, function (/** @type {unknown[]} */ ...args) {
    count(name.replace(/Sync$/, ''), args);
    // @ts-expect-error: the owner is whoever was asked.
    return Reflect.apply(real, this, args);
  });
}

for (const name of changing) {
  guard(fs, name);
  guard(fs, `${name}Sync`);
  guard(fs.promises, name);
}
guard(fs, 'open');
const handle = await fs.promises.open(process.execPath);
guard(Object.getPrototypeOf(handle), 'sync');
await handle.close();
syncBuiltinESMExports();
calls = [];
process.once('exit', () => original.writeSync(1, JSON.stringify(calls)));
