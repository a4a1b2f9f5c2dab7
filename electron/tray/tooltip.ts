import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { byUrgency } from '../../shared/domain/charger/urgency.ts';
import { brandWords } from '../../shared/text/brand-words.ts';
import { power } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { clipped, shownName } from '../../shared/text/shown-name.ts';
import type { ChargerWords, TellCharger } from './compose-menu.ts';
import { awaitsKeychain } from './priority.ts';
import { totalOf } from './total-power.ts';
import type { Telling } from './tray-lines.ts';

/** What a tooltip has room for: UTF-16 units in all, lines. */
interface Room {
  readonly characters: number;
  readonly lines: number;
}

/** Windows keeps 128 units, the last of which is a zero. */
const roomOnWindows: Room = { characters: 127, lines: 12 };
/** Others show whatever they are given; nobody reads more in passing. */
const roomElsewhere: Room = { characters: 600, lines: 12 };

/** A line for each charger as long as they fit, else what all of them do and the most pressing. */
export function tooltip(state: AppState, telling: Telling, tell: TellCharger): string {
  const room = state.app.platform === 'win32' ? roomOnWindows : roomElsewhere;
  const awaited = awaitsKeychain(state);
  const needs = [...signIns(state), ...(awaited ? [messages.tray.keychains[awaited].line] : [])];
  const { chargers } = state;
  if (chargers.length + needs.length === 0) return nothingYet(state);
  if (chargers.length <= room.lines) {
    const words = chargers.map(tell);
    for (const which of ['withPlan', 'line', 'short'] as const) {
      const all = [...words.map((each: ChargerWords) => each[which] ?? each.line), ...needs];
      if (fits(all, room)) return all.join('\n');
    }
  }
  const head = chargers.length > 1 ? [summary(chargers, telling)] : [];
  return asManyAsFit(head, pressing(needs, chargers, tell), room);
}

/** Line after line, where there are too many to say at once. */
function* pressing(
  needs: readonly string[],
  chargers: readonly ChargerState[],
  tell: TellCharger,
): Generator<string> {
  yield* needs;
  for (const charger of byUrgency(chargers)) yield tell(charger).short;
}

function fits(lines: readonly string[], room: Room): boolean {
  return lines.length <= room.lines && lines.join('\n').length <= room.characters;
}

/** Whole lines; only one that has the tooltip almost to itself is shortened. */
function asManyAsFit(head: readonly string[], others: Iterable<string>, room: Room): string {
  const lines = [...head];
  for (const line of others) {
    const isFirst = lines.length === head.length;
    if (!isFirst && !fits([...lines, line], room)) break;
    lines.push(line);
  }
  return clipped(lines.join('\n'), room.characters);
}

/** `4 chargers: 2 charging, 18.2 kW`. The sum only where all of it is known. */
function summary(chargers: readonly ChargerState[], { formatOptions }: Telling): string {
  const { charging, chargingW, isAllKnown } = totalOf(chargers);
  if (charging === 0 && !isAllKnown) return messages.tray.chargers(chargers.length);
  const sum = chargingW === undefined ? undefined : power(chargingW, formatOptions);
  return messages.tray.summary({ count: chargers.length, charging, power: sum });
}

function signIns(state: AppState): readonly string[] {
  const needed = state.accounts.filter(({ signIn }) => signIn === 'signInNeeded');
  if (needed.length === 0) return [];
  const owning = new Set(state.chargers.map(({ accountId }) => accountId));
  return needed
    .filter(({ id }) => !owning.has(id))
    .map(({ label, brand }) =>
      messages.tray.named({ name: shownName(label), words: brandWords(brand).signInShort }),
    );
}

function nothingYet({ accounts, keychain, hiddenChargers = [] }: AppState): string {
  if (accounts.length === 0) return messages.tray.noChargers;
  if (keychain === 'locked' || keychain === 'silent') return messages.tray.keychains[keychain].line;
  if (hiddenChargers.length > 0) return messages.tray.allHidden;
  return messages.tray.looking;
}
