import { describe, expect, it } from 'vitest';
import { sources } from '../../laws/sources.ts';

const forms = sources(/^\.github\/ISSUE_TEMPLATE\/(?!config).*\.yml$/);

describe.each(forms.map(({ path, text }) => [path, text] as const))('the form %s', (_, text) => {
  it('begins by saying what never to paste', () => {
    const [first = ''] = text.split('\n  - type: ').slice(1);
    expect(first).toMatch(/^markdown\n/);
    expect(first.replaceAll(/\s+/g, ' ')).toContain(
      "**Never paste a password, a token, a developer key or a station's password**",
    );
  });

  it('asks for the report of the app', () => {
    expect(text).toContain('“Settings”, “About”, “Copy diagnostics”');
  });

  it('names each of its fields once', () => {
    const parts = text.split('\n  - type: ').slice(2);
    const ids = parts.map((part) => /^ {4}id: (\w+)$/m.exec(part)?.[1]);
    expect(parts.length).toBeGreaterThan(2);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('there is a form for a fault, for a charger and for an idea', () => {
  const names = forms.map(({ path }) => path.replace(/^.*\//, ''));
  expect(names.toSorted()).toEqual(['bug.yml', 'charger-model.yml', 'feature.yml']);
});
