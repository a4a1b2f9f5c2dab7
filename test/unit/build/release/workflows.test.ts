import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { source } from '../../../laws/sources.ts';
import { readYaml } from '../read-yaml.ts';

const texts = z.record(z.string(), z.string());
const stepSchema = z.strictObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  if: z.string().optional(),
  run: z.string().optional(),
  env: texts.optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
const jobSchema = z.strictObject({
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  permissions: texts.optional(),
  strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }).optional(),
  steps: z.array(stepSchema),
});
const workflowSchema = z.object({
  permissions: texts,
  jobs: z.record(z.string(), jobSchema),
});

const workflows = new Map(
  ['check', 'release'].map((name) => [
    name,
    workflowSchema.parse(readYaml(`.github/workflows/${name}.yml`)),
  ]),
);
const release = new Map(Object.entries(workflows.get('release')?.jobs ?? {}));
const { scripts } = z.object({ scripts: texts }).parse(JSON.parse(source('package.json').text));

type Step = z.infer<typeof stepSchema>;

function stepsOf(name: string): readonly Step[] {
  return Object.values(workflows.get(name)?.jobs ?? {}).flatMap(({ steps }) => steps);
}

function needsOf(job: string): readonly string[] {
  return [release.get(job)?.needs ?? []].flat();
}

describe.each([...workflows.keys()])('the workflow %s', (name) => {
  const commands = stepsOf(name).map(({ run = '' }) => run);

  it('runs only what is there', () => {
    const asked = commands.flatMap((run) => [...run.matchAll(/npm (?:run )?([\w:]+)/g)]);
    expect(asked.length).toBeGreaterThan(0);
    for (const [, script = ''] of asked) expect(scripts).toHaveProperty(script);
    const files = commands.flatMap((run) => [...run.matchAll(/(?:node )?\b([\w/.-]+\.mjs)\b/g)]);
    for (const [, file = ''] of files) {
      expect(existsSync(join(import.meta.dirname, '../../../..', file)), file).toBe(true);
    }
  });

  it('may read the code unless a job says otherwise, and keeps to a version of each action', () => {
    expect(workflows.get(name)?.permissions).toEqual({ contents: 'read' });
    for (const { uses } of stepsOf(name)) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('puts nothing that others write into a command', () => {
    for (const run of commands) expect(run).not.toContain('${{ ');
  });
});

describe('a release', () => {
  it('gives each job the rights that its last step needs, and no more', () => {
    const rights = [...release].map(([job, { permissions }]) => [job, permissions]);
    expect(rights).toEqual([
      ['installers', undefined],
      ['sums', undefined],
      ['provenance', { 'id-token': 'write', attestations: 'write' }],
      ['draft', { contents: 'write' }],
    ]);
  });

  it('shows each secret to one step', () => {
    const shown = stepsOf('release').flatMap(({ name, env }) => {
      const values = Object.values(env ?? {}).flatMap((value) => [
        ...value.matchAll(/secrets\.(\w+)|github\.(token)/g),
      ]);
      return values.map(([, secret, token]) => `${name}: ${secret ?? token}`);
    });
    expect(shown).toEqual([
      "Lay the key to Apple's notary where its tool reads it: APPLE_API_KEY_P8",
      ...[
        'CSC_LINK',
        'CSC_KEY_PASSWORD',
        'WIN_CSC_LINK',
        'WIN_CSC_KEY_PASSWORD',
        'APPLE_API_KEY_ID',
        'APPLE_API_ISSUER',
      ].map((secret) => `Make the installers: ${secret}`),
      'Sign what installed apps learn of a newer version by: UPDATE_SIGNING_KEY',
      'Draft the release: token',
    ]);
    const all = source('.github/workflows/release.yml').text.match(/secrets\.\w+|github\.token/g);
    expect(all).toHaveLength(shown.length);
    const { text } = source('CONTRIBUTING.md');
    for (const secret of shown.map((line) => line.replace(/^.*: /, ''))) {
      if (secret !== 'token') expect(text).toMatch(new RegExp(`^\\|.*\`${secret}\`.*\\|`, 'm'));
    }
  });

  it('is drafted when all of it was made, summed and attested, on all systems', () => {
    expect(needsOf('sums')).toEqual(['installers']);
    expect(needsOf('provenance')).toEqual(['sums']);
    const others = [...release.keys()].filter((job) => job !== 'draft');
    expect(needsOf('draft')).toEqual(others);
    const systems = release.get('installers')?.strategy?.matrix.os;
    expect(systems).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
  });

  it('says what is new, signs, then sums, then hands on the same files to who attests and who drafts', () => {
    const steps = release.get('sums')?.steps ?? [];
    const position = (what: string) => steps.findIndex(({ run = '' }) => run.includes(what));
    expect(position('notes.mjs "$GITHUB_REF_NAME" release')).toBeGreaterThan(0);
    expect(position('sign-updates.mjs release')).toBeGreaterThan(position('notes.mjs'));
    expect(position('checksums.mjs release')).toBeGreaterThan(position('sign-updates.mjs release'));
    expect(steps.at(-1)?.with).toMatchObject({ name: 'release', path: 'release/' });
    for (const job of ['provenance', 'draft']) {
      const [first, last] = release.get(job)?.steps ?? [];
      expect(first?.with).toEqual({ name: 'release', path: 'release' });
      expect(last?.with?.['subject-path'] ?? last?.run).toContain('release/*');
    }
  });

  it('takes along every kind of file that people or installed apps ask for', () => {
    const upload = release.get('installers')?.steps.at(-1)?.with?.path;
    const kinds = String(upload).trim().split('\n');
    const endings = ['AppImage', 'deb', 'rpm', 'dmg', 'zip', 'exe', 'cdx.json'];
    expect(kinds).toEqual([...endings.map((kind) => `dist/*.${kind}`), 'dist/latest*.yml']);
  });
});
