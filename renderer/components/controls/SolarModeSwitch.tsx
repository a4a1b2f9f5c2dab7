import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { SolarMode } from '../../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { messages } from '../../../shared/text/messages.ts';
import { Choice } from '../basic/Choice.tsx';
import type { Asking } from './use-ask.ts';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

/** Where the power comes from. Arrow keys pass over a mode without sending it. */
export function SolarModeSwitch({ charger, ask, disabled, reasonId }: Props) {
  const known = askedMode(charger) ?? lastObservation(charger.reading)?.solarMode;
  const settling = useSettled(async (mode: SolarMode) => {
    if (mode !== known) await ask({ kind: 'setSolarMode', mode });
  });
  return (
    <Choice
      title={messages.commandLabels.setSolarMode}
      labels={messages.solarModeLabels}
      hint={messages.solarModeHint}
      value={settling.draft ?? known}
      onChoose={settling.settle}
      disabled={disabled}
      reasonId={reasonId}
    />
  );
}

function askedMode({ command }: ChargerState): SolarMode | undefined {
  const onItsWay = command?.phase === 'sending' || command?.phase === 'sent';
  return onItsWay && command.command.kind === 'setSolarMode' ? command.command.mode : undefined;
}
