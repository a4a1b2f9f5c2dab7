import { useEffect, useRef, useState } from 'react';
import { takesEscape } from '../shell/use-escape.ts';
import { minutesOf, timeOf } from './minutes.ts';

interface Props {
  readonly label: string;
  /** Minutes after midnight. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** A time of day. It is taken when it is left: what is typed in part is no time yet. */
export function TimeInput({ label, value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  // The field belongs to whoever types in it; what is kept is written into it at rest.
  useEffect(() => {
    const field = input.current;
    if (field && field !== field.ownerDocument.activeElement) field.value = timeOf(value);
  }, [value]);
  const take = (field: HTMLInputElement) => {
    const minutes = minutesOf(field.value);
    setOpen(false);
    if (minutes === undefined) field.value = timeOf(value);
    else if (minutes !== value) onChange(minutes);
  };
  return (
    <input
      ref={input}
      type="time"
      className="field time"
      aria-label={label}
      defaultValue={timeOf(value)}
      onInput={() => setOpen(true)}
      {...(isOpen && takesEscape)}
      onBlur={(event) => take(event.currentTarget)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget)}
    />
  );
}
