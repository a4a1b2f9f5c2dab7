import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { CommandKind, CommandProgress } from '../../../shared/domain/charger/command.ts';
import { progressSentence } from '../../../shared/text/command-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { nameOf, pillWords, powerCutNow } from '../charger/view-model.ts';

/**
 * Tells screen readers when a charger changes its state or answers a command; not every watt, and
 * nothing twice: of a pause one hears that it was sent, and the new state.
 */
export function LiveWords({ chargers }: { readonly chargers: readonly ChargerState[] }) {
  const { clock, formatOptions } = useAppContext();
  return (
    <div role="status" aria-atomic="false" className="visually-hidden">
      {chargers.map((charger) => (
        <div key={charger.id}>
          <p>
            {messages.window.charger.live({ name: nameOf(charger), state: pillWords(charger) })}
          </p>
          <p>{powerCutNow(charger.reading) && messages.window.charger.powerCut}</p>
          <p>
            {charger.command &&
              isWorthHearing(charger.command) &&
              progressSentence(
                { ...charger, command: charger.command },
                clock.now(),
                formatOptions,
              )}
          </p>
        </div>
      ))}
    </div>
  );
}

/** What the new state itself does not say. */
const silent: ReadonlySet<CommandKind> = new Set([
  'setLimit',
  'setSolarMode',
  'setPrice',
  'backToSchedule',
]);

function isWorthHearing({ command, phase }: CommandProgress): boolean {
  if (phase === 'sending') return false;
  return phase !== 'confirmed' || silent.has(command.kind);
}
