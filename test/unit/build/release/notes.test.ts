import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notesOf, notesOfTag, withNotes } from '../../../../build/release/notes.mjs';
import { ownFeed } from '../../../../electron/platform/electron/updater/own-feed.ts';
import { readManifest } from '../../../../electron/updates/manifest.ts';

const changelog = [
  '# Changelog',
  '',
  '## Unreleased',
  '',
  '## [1.1.0] - 2026-11-20',
  '',
  '### Added',
  '',
  '- Something "new": it’s here.',
  '  And goes on.',
  '',
  '## 1.0.0',
  '',
  '- First.',
].join('\n');
const notes = 'Added\n\n- Something "new": it’s here. And goes on.';

it.each([
  ['1.1.0', notes],
  ['1.0.0', '- First.'],
  ['Unreleased', undefined],
  ['1.1', undefined],
  ['2.0.0', undefined],
])('what is new in %s is what the changelog says of it', (version, expected) => {
  expect(notesOf(changelog, version)).toBe(expected);
});

it('ends at a whole line where there is more than is shown', () => {
  const many = Array.from({ length: 300 }, (_, index) => `- Number ${index} of many.`);
  const told = notesOf(`## 1.0.0\n${many.join('\n')}\n`, '1.0.0') ?? '';
  expect(told.length).toBeLessThanOrEqual(4000);
  expect(told).toMatch(/\n- Number \d+ of many\.\n…$/);
});

it('is told of no other version than the tag and the app name', () => {
  expect(notesOfTag({ tag: 'v1.1.0', version: '1.1.0', changelog })).toBe(notes);
  const refused = (tag: string, version: string) => () => notesOfTag({ tag, version, changelog });
  expect(refused('v1.1.0', '1.0.0')).toThrow('the tag is v1.1.0, but package.json says 1.0.0.');
  expect(refused('v2.0.0', '2.0.0')).toThrow('CHANGELOG.md says nothing of 2.0.0.');
});

it('is read by the app from the manifest', () => {
  const name = 'ChargeTray-1.1.0-linux-x86_64.AppImage';
  const file = `files:\n  - url: ${name}\n    sha512: ${'A'.repeat(86)}==\n    size: 7\n`;
  const manifest = withNotes(`version: 1.1.0\n${file}releaseDate: '2026-11-20'\n`, notes);
  const { suits } = ownFeed({ platform: 'linux', arch: 'x64', elsewhere: undefined });
  expect(readManifest(manifest, suits)).toMatchObject({ notes, file: { name } });
  expect(() => withNotes(manifest, notes)).toThrow('notes already');
});

it('stops a release whose tag is not the version here', () => {
  const script = join(import.meta.dirname, '../../../../build/release/notes.mjs');
  const told = spawnSync(process.execPath, [script, 'v999.0.0'], { encoding: 'utf8' });
  expect(told.status).toBe(1);
  expect(told.stderr).toMatch(/^ChargeTray: the tag is v999\.0\.0, but package\.json says .*\n$/);
});
