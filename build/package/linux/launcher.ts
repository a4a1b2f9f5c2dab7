import type { About } from './about.ts';
import { installedProgram } from './desktop-files.ts';
import { spoken } from './spoken.ts';

/**
 * What a terminal calls. Started by root, Chromium ends before any code of ours runs, with words for
 * its developers; here it is said what to do. Whoever gives up its sandbox knowingly may go on.
 */
export function launcher(about: About): string {
  const { english, others } = spoken(({ cannotStart }) => cannotStart.asRoot);
  const sentences = [...others].map(
    ([code, sentence]) => `    ${code}*) echo ${quoted(sentence)} ;;`,
  );
  return [
    '#!/bin/sh',
    'case "$(id -u) $*" in',
    '*--no-sandbox*) ;;',
    "'0 '*)",
    `  case "\${LC_ALL:-\${LC_MESSAGES:-$LANG}}" in`,
    ...sentences,
    `    *) echo ${quoted(english)} ;;`,
    '  esac >&2',
    '  exit 1',
    '  ;;',
    'esac',
    `exec ${installedProgram(about)} "$@"`,
    '',
  ].join('\n');
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", "'\\''")}'`;
}
