import { exitCodes } from '../../../shared/domain/app/terminal-commands.ts';
import { permission } from '../../../shared/domain/charger/permission.ts';
import { planChoices } from '../../../shared/domain/price/charge-plan.ts';
import type { ToldPlan } from '../../../shared/ipc/terminal-calls.ts';
import { hindranceSentence } from '../../../shared/text/failure-text.ts';
import { formatOptionsIn } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { planWords } from '../../../shared/text/plan-text.ts';
import type { Link } from '../socket/link.ts';
import type { Terminal } from '../terminal.ts';
import { type Act, tellOutcome, waitMsOf } from './act.ts';

/** Shows how a charger charges by price, or changes that as the menu of the tray does. */
export async function plan(
  link: Link,
  { charger, typed }: Omit<Act, 'command'>,
  terminal: Terminal,
): Promise<number> {
  const { id: chargerId } = charger;
  const isAsJson = typed.options.json !== undefined;
  const choice = planChoices.find((one) => one === typed.argument);
  const refused = choice && choice !== 'off' ? refusedBefore({ charger }) : undefined;
  if (refused !== undefined) {
    if (isAsJson) terminal.say(JSON.stringify({ chargerId, result: 'refused', said: refused }));
    else terminal.mutter(refused);
    return exitCodes.refused;
  }
  if (choice) {
    const outcome = await link.ask('choosePlan', { chargerId, choice, waitMs: waitMsOf(typed) });
    const command = { kind: 'resume' } as const;
    if (outcome) return tellOutcome(link, outcome, { charger, command, typed }, terminal);
  }
  const told = await link.ask('showPlan', { chargerId });
  tellPlan(told, { chargerId, isAsJson }, terminal);
  if (choice === undefined || chosen(told) === choice) return exitCodes.done;
  // Nobody knows a price below which it could be.
  terminal.mutter(messages.market.cheapest.noPrices);
  return exitCodes.refused;
}

/** What the tray would not offer either. */
function refusedBefore({ charger }: Pick<Act, 'charger'>): string | undefined {
  const may = permission(charger.reading, 'pause');
  if (may.kind === 'absent') return messages.failures.notSupported;
  const isForbidden =
    may.kind === 'blocked' && (may.why === 'noRight' || may.why === 'foreignControl');
  return isForbidden ? hindranceSentence(may.why) : undefined;
}

function chosen({ settings }: ToldPlan): 'off' | 'cheapest' | 'below' {
  return settings?.isOn ? settings.mode.kind : 'off';
}

function tellPlan(
  told: ToldPlan,
  { chargerId, isAsJson }: { readonly chargerId: string; readonly isAsJson: boolean },
  terminal: Terminal,
): void {
  const { settings, view } = told;
  const mode = chosen(told);
  if (isAsJson) {
    terminal.say(
      JSON.stringify({ chargerId, mode, hasPrices: told.hasPrices, settings, plan: view }),
    );
    return;
  }
  const { plans, tray } = messages;
  terminal.say(tray.withValue({ label: plans.title, value: plans.form.modes[mode] }));
  if (mode === 'off') return;
  if (!told.hasPrices) terminal.mutter(plans.noPrices);
  if (!view) return;
  const formatOptions = formatOptionsIn(terminal.zone, terminal.locales);
  const { head, aims, facts, notes } = planWords(view, {
    now: terminal.clock.now(),
    formatOptions,
  });
  for (const line of [head, ...aims, ...facts, ...notes]) terminal.say(line);
}
