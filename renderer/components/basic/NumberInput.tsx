import { type KeyboardEvent, type Ref, useState } from 'react';
import { useAppContext } from '../../app-context.ts';
import { takesEscape } from '../shell/use-escape.ts';
import { numberTyped } from './typed-number.ts';

interface Props {
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** Digits after the point, at most. */
  readonly digits?: number;
  /** Hears every number on the way; undefined for what is none. */
  readonly onType?: (value: number | undefined) => void;
  /** Hears the number, within its range, once the field is left or with Enter. */
  readonly onChoose: (value: number) => void;
  /** Hears Enter after that. */
  readonly onEnter?: () => void;
  readonly id?: string;
  readonly name?: string;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field for a number, typed with point or comma or stepped with the arrows. */
export function NumberInput(props: Props) {
  const { value, least, most, step = 1, digits = 0, onType, onChoose } = props;
  const { locale, numberLocale = locale } = useAppContext().formatOptions;
  /** Kept as it was typed until it is chosen. */
  const [typed, setTyped] = useState<string>();
  const within = (number: number) => Math.min(most, Math.max(least, number));
  const choose = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    const number = numberTyped(typed);
    if (number !== undefined) onChoose(within(number));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      choose();
      props.onEnter?.();
    }
    const direction = directionOf(event.key);
    if (direction === 0 || props.disabled) return;
    event.preventDefault();
    const from = (typed === undefined ? undefined : numberTyped(typed)) ?? value ?? least;
    const next = rounded(within(from + direction * step), digits);
    setTyped(written(next, digits, numberLocale));
    onType?.(next);
  };
  return (
    <input
      ref={props.ref}
      id={props.id}
      type="text"
      inputMode={digits > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      className="field"
      value={typed ?? (value === undefined ? '' : written(value, digits, numberLocale))}
      disabled={props.disabled}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType?.(numberTyped(event.currentTarget.value));
      }}
      onBlur={choose}
      onKeyDown={pressed}
      {...(typed !== undefined && takesEscape)}
    />
  );
}

function directionOf(key: string): 1 | 0 | -1 {
  return key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** As it is typed in again: without marks between the thousands. */
function written(value: number, digits: number, locale: string | undefined): string {
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits,
    useGrouping: false,
  });
  return format.format(value);
}
