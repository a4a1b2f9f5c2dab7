import { NumberField } from '@base-ui/react/number-field';
import { Slider } from '@base-ui/react/slider';
import type { KeyboardEvent } from 'react';
import type { ChargerState } from '../../../shared/domain/app-state.ts';
import { current } from '../../../shared/text/format.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings } from '../../surroundings.ts';
import { lastSeenIn } from './look.ts';
import type { Asking } from './use-ask.ts';
import { type Settling, useSettled } from './use-settled.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

/** The current limit three ways: a slider, two buttons and a number. All send one final value. */
export function LimitControl({ charger, ask, disabled, reasonId }: Props) {
  const { manner } = useSurroundings();
  const range = lastSeenIn(charger.reading)?.abilities.limit;
  const known = wishedLimitA(charger) ?? lastSeenIn(charger.reading)?.limitA;
  const settling = useSettled(async (limitA: number) => {
    if (limitA !== known) await ask({ kind: 'setLimit', limitA });
  });
  if (!range) return null;
  const shared = { value: settling.draft ?? known, range, settling, disabled, reasonId };
  return (
    <NumberField.Root
      className="limit"
      value={shared.value ?? null}
      min={range.minA}
      max={range.maxA}
      locale={manner.locale}
      disabled={disabled}
      onValueChange={(value) => value !== null && settling.change(value)}
      onValueCommitted={(value) => value !== null && settling.settle(wholeWithin(range, value))}
    >
      <span className="limit-title">{windowText.limit.title}</span>
      <NumberField.Decrement
        className="button step"
        tabIndex={0}
        aria-label={windowText.limit.less}
      >
        −
      </NumberField.Decrement>
      <LimitSlider {...shared} />
      <NumberField.Increment
        className="button step"
        tabIndex={0}
        aria-label={windowText.limit.more}
      >
        +
      </NumberField.Increment>
      <span className="limit-number">
        <NumberField.Input
          className="field"
          aria-label={windowText.limit.number}
          aria-describedby={reasonId}
          onKeyDown={(event) => sendOnEnter(event, settling)}
        />
        <span className="soft">{windowText.limit.unit}</span>
      </span>
    </NumberField.Root>
  );
}

interface SliderProps {
  readonly value: number | undefined;
  readonly range: Range;
  readonly settling: Settling<number>;
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

interface Range {
  readonly minA: number;
  readonly maxA: number;
}

function LimitSlider({ value, range, settling, disabled, reasonId }: SliderProps) {
  const { manner } = useSurroundings();
  const words = windowText.limit;
  return (
    <Slider.Root
      className="slider"
      value={value ?? range.minA}
      min={range.minA}
      max={range.maxA}
      largeStep={4}
      disabled={disabled}
      onValueChange={settling.change}
      onValueCommitted={settling.settle}
    >
      <Slider.Control className="slider-control">
        <Slider.Track className="slider-track">
          <Slider.Indicator className="slider-indicator" />
          <Slider.Thumb
            className="slider-thumb"
            aria-label={words.slider}
            aria-describedby={reasonId}
            getAriaValueText={(_, number) =>
              value === undefined ? words.unknown : current(number, manner)
            }
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}

/** Enter does not wait for another choice. Leaving is what the field takes for an answer. */
function sendOnEnter(event: KeyboardEvent<HTMLInputElement>, { finish }: Settling<number>) {
  if (event.key !== 'Enter') return;
  event.currentTarget.blur();
  finish();
  event.currentTarget.focus();
}

/** Half an ampere can be typed, but not set. */
function wholeWithin({ minA, maxA }: Range, typedA: number): number {
  return Math.min(maxA, Math.max(minA, Math.round(typedA)));
}

/** A limit on its way stays in sight: the old one would look like a refusal. */
function wishedLimitA({ wish }: ChargerState): number | undefined {
  const onItsWay = wish?.phase === 'sending' || wish?.phase === 'sent';
  return onItsWay && wish.wish.kind === 'setLimit' ? wish.wish.limitA : undefined;
}
