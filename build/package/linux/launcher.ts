import { phrases as german } from '../../../shared/languages/de.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { phrases as spanish } from '../../../shared/languages/es.ts';
import { phrases as french } from '../../../shared/languages/fr.ts';
import { phrases as dutch } from '../../../shared/languages/nl.ts';
import type { About } from './about.ts';
import { installedProgram } from './desktop-files.ts';

/** What is said to root, by language; English to all others. */
const others = new Map([
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['nl', dutch],
]);

/**
 * What a terminal calls. Started by root, Chromium ends before any code of ours runs, with words for
 * its developers; here it is said what to do. Whoever gives up its sandbox knowingly may go on.
 */
export function launcher(about: About): string {
  const sentences = [...others].map(
    ([code, { cannotStart }]) => `    ${code}*) echo ${quoted(cannotStart.asRoot)} ;;`,
  );
  return [
    '#!/bin/sh',
    'case "$(id -u) $*" in',
    '*--no-sandbox*) ;;',
    "'0 '*)",
    `  case "\${LC_ALL:-\${LC_MESSAGES:-$LANG}}" in`,
    ...sentences,
    `    *) echo ${quoted(english.cannotStart.asRoot)} ;;`,
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
