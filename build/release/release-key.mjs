// @ts-check
// Makes the pair of keys that updates are signed with, once in the life of the project.
import { join } from 'node:path';
import { root } from '../prepare/places.mjs';
import { runEntry, say } from '../prepare/say.mjs';
import { startKey } from './signing.mjs';

await runEntry(async () => {
  const privateKey = startKey(join(root, 'build/release/update-key.pub'));
  say('build/release/update-key.pub is the public half: commit it.');
  say(
    'The private half is the secret UPDATE_SIGNING_KEY of the release workflow. It is kept nowhere',
  );
  say('here and not shown again; whoever has it can publish for everybody:');
  console.log(privateKey);
});
