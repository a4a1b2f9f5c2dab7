import { type CSSProperties, useEffect, useRef } from 'react';
import { current } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import type { Settling } from './use-settled.ts';

interface Props {
  /** Amperes; undefined while nobody knows. */
  readonly value: number | undefined;
  readonly range: { readonly minA: number; readonly maxA: number };
  readonly settling: Settling<number>;
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

/** The limit as a slider; what it passes over on the way is not chosen. */
export function LimitSlider({ value, range, settling, disabled, reasonId }: Props) {
  const { formatOptions } = useAppContext();
  const slider = useRef<HTMLInputElement>(null);
  const { change, settle } = settling;
  const { minA, maxA } = range;
  // React's own `onChange` is the platform's `input`: it comes with every step of a drag.
  useEffect(() => {
    const input = slider.current;
    const chosen = () => input && settle(input.valueAsNumber);
    input?.addEventListener('change', chosen);
    return () => input?.removeEventListener('change', chosen);
  }, [settle]);
  const shown = value ?? minA;
  const part = maxA > minA ? (shown - minA) / (maxA - minA) : 0;
  return (
    <input
      ref={slider}
      type="range"
      className="slider"
      style={{ '--part': `${part * 100}%` } as CSSProperties}
      min={minA}
      max={maxA}
      value={shown}
      disabled={disabled}
      onChange={(event) => change(event.currentTarget.valueAsNumber)}
      aria-label={messages.window.limit.slider}
      aria-valuetext={
        value === undefined ? messages.window.limit.unknown : current(value, formatOptions)
      }
      aria-describedby={reasonId}
    />
  );
}
