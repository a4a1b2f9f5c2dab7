import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { NumberInput } from '../basic/NumberInput.tsx';
import { LimitSlider } from './LimitSlider.tsx';
import type { Asking } from './use-ask.ts';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

/** The current limit three ways: a slider, two buttons and a number. All send one final value. */
export function LimitControl({ charger, ask, disabled, reasonId }: Props) {
  const range = lastObservation(charger.reading)?.abilities.limit;
  const known = askedLimitA(charger) ?? lastObservation(charger.reading)?.limitA;
  const settling = useSettled(async (limitA: number) => {
    if (limitA !== known) await ask({ kind: 'setLimit', limitA });
  });
  if (!range) return null;
  const { minA, maxA } = range;
  const value = settling.draft ?? known;
  const from = value ?? minA;
  const words = messages.window.limit;
  // Half an ampere can be typed, but not set; and the charger may be set to more than it allows now.
  const settle = (askedA: number) =>
    settling.settle(Math.min(maxA, Math.max(minA, Math.round(askedA))));
  return (
    <div className="limit">
      <span className="limit-title">{words.title}</span>
      <ActionButton
        look="step"
        name={words.less}
        disabled={disabled || from <= minA}
        reasonId={reasonId}
        onPress={() => settle(from - 1)}
      >
        −
      </ActionButton>
      <LimitSlider {...{ value, range, settling, disabled, reasonId }} />
      <ActionButton
        look="step"
        name={words.more}
        disabled={disabled || from >= maxA}
        reasonId={reasonId}
        onPress={() => settle(from + 1)}
      >
        +
      </ActionButton>
      <span className="limit-number">
        <NumberInput
          name={words.number}
          describedBy={reasonId}
          value={value}
          least={minA}
          most={maxA}
          disabled={disabled}
          onChoose={settle}
          onEnter={settling.finish}
        />
        <span className="soft">{words.unit}</span>
      </span>
    </div>
  );
}

/** A limit on its way stays in sight: the old one would look like a refusal. */
function askedLimitA({ command }: ChargerState): number | undefined {
  const onItsWay = command?.phase === 'sending' || command?.phase === 'sent';
  return onItsWay && command.command.kind === 'setLimit' ? command.command.limitA : undefined;
}
