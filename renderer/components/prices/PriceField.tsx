import { useId } from 'react';
import { priceTroubles, unusualPrice } from '../../../shared/text/price-text.ts';
import { isUnusual, type PriceTrouble } from './draft.ts';

interface Props {
  readonly label: string;
  /** The name by which its trouble is known. */
  readonly field: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'time';
  readonly trouble: PriceTrouble | undefined;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A field of a price, with what is wrong with it below. A price may be typed with point or comma. */
export function PriceField({ label, field, value, type = 'text', trouble, hint, onChange }: Props) {
  const id = useId();
  const note = trouble
    ? priceTroubles[trouble]
    : type === 'text' && isUnusual(value)
      ? unusualPrice
      : undefined;
  const described = [hint && `${id}-hint`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={field}
        type={type}
        className="field"
        inputMode={type === 'text' ? 'decimal' : undefined}
        autoComplete="off"
        value={value}
        aria-invalid={trouble !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
      {note && (
        <p id={`${id}-note`} className="field-error small">
          {note}
        </p>
      )}
    </div>
  );
}
