import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { EcoSmartMode } from '../../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { commandLabels, ecoSmartLabels } from '../../../shared/text/command-text.ts';
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
export function EcoSmart({ charger, ask, disabled, reasonId }: Props) {
  const known = askedMode(charger) ?? lastObservation(charger.reading)?.ecoSmart;
  const settling = useSettled(async (mode: EcoSmartMode) => {
    if (mode !== known) await ask({ kind: 'setEcoSmart', mode });
  });
  return (
    <Choice
      title={commandLabels.setEcoSmart}
      labels={ecoSmartLabels}
      value={settling.draft ?? known}
      onChoose={settling.settle}
      disabled={disabled}
      reasonId={reasonId}
    />
  );
}

function askedMode({ command }: ChargerState): EcoSmartMode | undefined {
  const onItsWay = command?.phase === 'sending' || command?.phase === 'sent';
  return onItsWay && command.command.kind === 'setEcoSmart' ? command.command.mode : undefined;
}
