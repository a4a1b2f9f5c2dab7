import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAbout } from '../../../build/package/linux/about.ts';
import { completions } from '../../../build/package/linux/completions.ts';
import { formOf } from '../../../electron/command-line/help.ts';
import { terminalWordNames } from '../../../shared/domain/app/terminal-commands.ts';
import { phrases } from '../../../shared/languages/en.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'completions-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('what shells complete', () => {
  const scripts = completions(readAbout(), phrases.commandLine, 'deb');
  const inBash = (typed: string) => `. "$0"
    COMP_LINE='${typed}' COMP_POINT=${typed.length} COMP_WORDS=(${typed}) COMP_CWORD=${typed.split(' ').length - 1}
    _chargetray; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const inFish = (typed: string) => `source $argv[1]; complete -C "${typed}"`;
  const shells = [
    ['bash', 'bash-completion/completions/chargetray', inBash],
    ['fish', 'fish/vendor_completions.d/chargetray.fish', inFish],
  ] as const;

  for (const [shell, path, question] of shells) {
    const told = (typed: string) => {
      const file = join(place, `completion.${shell}`);
      writeFileSync(file, scripts.get(`/usr/share/${path}`) ?? '');
      // Fish writes into the home of whoever starts it.
      const env = { PATH: process.env.PATH, HOME: place };
      return execFileSync(shell, ['-c', question(typed), file], { env, encoding: 'utf8' });
    };

    it.skipIf(!has(shell))(`is every word, as ${shell} has it`, () => {
      const offered = told('chargetray ')
        .split('\n')
        .map((line) => line.split('\t')[0]);
      expect(offered).toEqual(expect.arrayContaining([...terminalWordNames]));
      for (const flag of ['--status', '--watch', '--json', '--hidden', '--help']) {
        expect(told('chargetray --')).toContain(flag);
      }
    });

    it.skipIf(!has(shell)).each(terminalWordNames)(
      `is what %s takes, as ${shell} has it`,
      (name) => {
        const { argument, options } = formOf(name);
        for (const option of options)
          expect(told(`chargetray ${name} --`)).toContain(`--${option}`);
        for (const word of argument?.words ?? [])
          expect(told(`chargetray ${name} `)).toContain(word);
      },
    );
  }

  it('is told to zsh, each word with its options', () => {
    const script = scripts.get('/usr/share/zsh/vendor-completions/_chargetray') ?? '';
    for (const name of terminalWordNames) {
      const [line = ''] = script.split('\n').filter((one) => one.trim().startsWith(`${name}) `));
      for (const option of formOf(name).options) expect(line).toMatch(`'--${option}`);
    }
  });
});

/** Whether a program is here at all. Windows and macOS have none of those below. */
function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
