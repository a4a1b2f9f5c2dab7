import { messages } from '../../../shared/text/messages.ts';
import { TextField } from '../basic/TextField.tsx';
import { isUnusual, type PriceTrouble } from './typed-price.ts';

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
export function PriceField({ field, type = 'text', trouble, ...rest }: Props) {
  const isPrice = type === 'text';
  return (
    <TextField
      {...rest}
      name={field}
      type={type}
      inputMode={isPrice ? 'decimal' : undefined}
      error={trouble && messages.priceTroubles[trouble]}
      note={isPrice && isUnusual(rest.value) ? messages.unusualPrice : undefined}
    />
  );
}
