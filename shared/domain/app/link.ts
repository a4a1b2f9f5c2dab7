import { failed, type Result, success } from '../../result.ts';
import type { Command } from '../charger/command.ts';
import { harmless } from '../harmless.ts';

/** What stands before `://` in a link to the app. */
export const linkScheme = 'chargetray';

/** What a link may ask: nothing that costs more than another press to take back. */
export type LinkCommand = Extract<
  Command,
  { kind: 'pause' | 'resume' | 'lock' | 'unlock' | 'setLimit' | 'backToSchedule' }
>;

/** What a link means. `charger`: as whoever made the link calls it, by name or id. */
export type Link =
  | { readonly kind: 'view'; readonly view: 'chargers' | 'history' | 'settings' }
  | { readonly kind: 'charger'; readonly charger: string; readonly command?: LinkCommand };

/** Why a link means nothing. `word` is the part of it that was not understood, fit to be shown. */
export type LinkFault =
  | { readonly kind: 'tooLong' | 'malformed' }
  | { readonly kind: 'unknownPlace' | 'unknownCommand' | 'badLimit'; readonly word: string };

/** A link that waits for its owner: what it asks of which charger, or why it is not understood. */
export interface LinkAsked {
  /** Another one for each link. */
  readonly counter: number;
  readonly says: Result<Extract<Link, { kind: 'charger' }>, LinkFault>;
}

/** No link that anybody makes is longer, UTF-16 units. */
export const longestLink = 1000;
const longestWord = 40;

/** Three steps at most below the scheme; no user, port, question or fragment, and no escape before it. */
const form = /^chargetray:\/\/([a-z]+)((?:\/[^/?#\\]+){0,3})\/?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;

const views = new Map([
  ['open', 'chargers'],
  ['history', 'history'],
  ['settings', 'settings'],
] as const);

const plainCommands: ReadonlyMap<string, LinkCommand> = new Map([
  ['pause', { kind: 'pause' }],
  ['resume', { kind: 'resume' }],
  ['lock', { kind: 'lock' }],
  ['unlock', { kind: 'unlock' }],
  ['schedule', { kind: 'backToSchedule' }],
]);

/** Reads a link. Whatever is not exactly one of ours is none, and says why. Pure; never throws. */
export function readLink(text: string): Result<Link, LinkFault> {
  if (text.length > longestLink) return failed({ kind: 'tooLong' });
  const [, place = '', path = ''] = form.exec(text) ?? [];
  const steps = path.split('/').slice(1).map(decoded);
  if (place === '' || !steps.every((step) => step !== undefined))
    return failed({ kind: 'malformed' });
  const [charger, ...rest] = steps;
  if (place !== 'charger') return readView(place, steps);
  // The name is asked about as it stands here: nothing may turn it round.
  const isName = charger !== undefined && harmless(charger, longestLink) === charger.trim();
  if (!isName) return failed({ kind: 'malformed' });
  return readCommand(charger, rest);
}

function decoded(step: string): string | undefined {
  try {
    const said = decodeURIComponent(step);
    return control.test(said) || said.trim() === '' ? undefined : said;
  } catch {
    return undefined;
  }
}

function readView(place: string, steps: readonly string[]): Result<Link, LinkFault> {
  const view = [...views].find(([name]) => name === place)?.[1];
  if (!view) return failed({ kind: 'unknownPlace', word: shown(place) });
  const [step] = steps;
  return step === undefined
    ? success({ kind: 'view', view })
    : failed({ kind: 'unknownPlace', word: shown(`${place}/${step}`) });
}

function readCommand(charger: string, steps: readonly string[]): Result<Link, LinkFault> {
  const [word, value] = steps;
  if (word === undefined) return success({ kind: 'charger', charger });
  if (word === 'limit') {
    if (value === undefined) return failed({ kind: 'malformed' });
    // Whole amperes, and none of the ways to write a number that read as something else.
    const isLimit = /^[1-9]\d{0,2}$/.test(value);
    if (!isLimit) return failed({ kind: 'badLimit', word: shown(value) });
    return success({
      kind: 'charger',
      charger,
      command: { kind: 'setLimit', limitA: Number(value) },
    });
  }
  const command = plainCommands.get(word);
  if (command && value === undefined) return success({ kind: 'charger', charger, command });
  return failed({ kind: 'unknownCommand', word: shown(steps.join('/')) });
}

function shown(word: string): string {
  return harmless(word, longestWord);
}
