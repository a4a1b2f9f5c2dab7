import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { LinkAsked, LinkCommand, LinkFault } from '../../../shared/domain/app/link.ts';
import { chargersCalled } from '../../../shared/domain/charger/chargers-called.ts';
import { isPossible, permission } from '../../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { current, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { shownName } from '../../../shared/text/shown-name.ts';

const words = () => messages.links;

/** What a link asks, as a sentence. `name` is the charger's. */
export function askSentence(
  command: LinkCommand,
  name: string,
  formatOptions: FormatOptions,
): string {
  if (command.kind !== 'setLimit') return words().asks[command.kind](name);
  return words().asks.setLimit({ name, limit: current(command.limitA, formatOptions) });
}

/** What stands on the button that does it. */
export function doLabel(command: LinkCommand, formatOptions: FormatOptions): string {
  if (command.kind !== 'setLimit') return messages.commandLabels[command.kind];
  return words().setLimit(current(command.limitA, formatOptions));
}

/** Why it can't be asked of the charger now; undefined where it can. */
export function whyNot(
  command: LinkCommand,
  reading: Reading,
  formatOptions: FormatOptions,
): string | undefined {
  const may = permission(reading, command.kind);
  if (may.kind === 'blocked') return messages.hindrances[may.why];
  const abilities = lastObservation(reading)?.abilities ?? {};
  if (may.kind === 'absent') return messages.failures.notSupported;
  if (isPossible(command, abilities) || !abilities.limit) return undefined;
  const { minA, maxA } = abilities.limit;
  const [least, most] = [current(minA, formatOptions), current(maxA, formatOptions)];
  return words().outOfRange({ least, most });
}

/** What is wrong with a link; undefined where it leads to one charger. */
export function troubleWith(
  { says }: LinkAsked,
  chargers: readonly ChargerState[],
): string | undefined {
  if (!says.ok) return faultSentence(says.failure);
  const { charger } = says.value;
  const { length } = chargersCalled(chargers, charger);
  if (length === 1) return undefined;
  const called = shownName(charger);
  return length === 0 ? words().unknownCharger(called) : words().ambiguous(called);
}

function faultSentence(fault: LinkFault): string {
  switch (fault.kind) {
    case 'tooLong':
    case 'malformed':
      return words()[fault.kind];
    case 'unknownPlace':
    case 'unknownCommand':
    case 'badLimit':
      return words()[fault.kind](shownName(fault.word));
    default:
      return exhaustive(fault);
  }
}
