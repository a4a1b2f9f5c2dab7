import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { LinkCommand } from '../../../shared/domain/app/link.ts';
import { chargersCalled } from '../../../shared/domain/charger/chargers-called.ts';

/** What a link asks of one of the chargers. */
export interface CommandAsked {
  readonly chargerId: string;
  readonly command: LinkCommand;
  /** That of the link. */
  readonly counter: number;
}

/** Undefined where no link asks anything, or nobody knows of which charger. */
export function commandAskedIn({ chargers, link }: AppState): CommandAsked | undefined {
  if (!link?.says.ok) return undefined;
  const { charger: called, command } = link.says.value;
  const [charger, ...others] = command ? chargersCalled(chargers, called) : [];
  if (!command || !charger || others.length > 0) return undefined;
  return { chargerId: charger.id, command, counter: link.counter };
}
