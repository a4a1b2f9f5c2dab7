// @ts-check
// Signs what the app reads about updates: every latest*.yml in `dist/`, or where it is told.
import { join } from 'node:path';
import { root } from '../prepare/places.mjs';
import { runEntry, say } from '../prepare/say.mjs';
import { signManifests } from './signing.mjs';

await runEntry(async () => {
  const [folder = join(root, 'dist')] = process.argv.slice(2);
  const keyFile = join(root, 'build/release/update-key.pub');
  const names = signManifests({ folder, keyFile, privateKey: process.env.UPDATE_SIGNING_KEY });
  say(`signed ${names.join(', ')}.`);
});
