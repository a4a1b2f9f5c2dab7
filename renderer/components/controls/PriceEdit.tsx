import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { asDecimal, exactPrice, mostDigits } from '../../../shared/text/exact.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { NumberInput } from '../basic/NumberInput.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import type { Asking } from './use-ask.ts';

interface Props {
  readonly observation: Observation;
  readonly ask: Asking['ask'];
  readonly disabled: boolean;
  readonly reasonId: string | undefined;
}

const words = () => messages.window.price;
const most = 5;

/** The price of a kilowatt hour, from which the cost of a charge follows. */
export function PriceEdit({ observation, ask, disabled, reasonId }: Props) {
  const { formatOptions } = useAppContext();
  const [editing, setEditing] = useState(false);
  const returning = useRef(false);
  const close = () => {
    returning.current = true;
    setEditing(false);
  };
  const { price } = observation;
  const shown = price
    ? words().perKwh(exactPrice(asDecimal(price.perKwh), price.currency, formatOptions))
    : words().unknown;
  return (
    <div className="setting-row">
      <div>
        <h3>{words().title}</h3>
        {!editing && <p className="soft">{shown}</p>}
      </div>
      {editing ? (
        <PriceForm
          observation={observation}
          onSave={(perKwh) => void ask({ kind: 'setPrice', perKwh })}
          onClose={close}
        />
      ) : (
        <ActionButton
          // The form had the focus and is gone; it goes back to where it came from.
          ref={(button) => {
            if (button && returning.current) button.focus();
            returning.current = false;
          }}
          onPress={() => setEditing(true)}
          disabled={disabled}
          reasonId={reasonId}
        >
          {words().change}
        </ActionButton>
      )}
    </div>
  );
}

interface FormProps {
  readonly observation: Observation;
  readonly onSave: (perKwh: number) => void;
  readonly onClose: () => void;
}

function PriceForm({ observation, onSave, onClose }: FormProps) {
  const [perKwh, setPerKwh] = useState(observation.price?.perKwh);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (perKwh === undefined) return;
    onSave(perKwh);
    onClose();
  };
  return (
    <form
      className="price-form"
      onSubmit={submit}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && onClose()}
      {...takesEscape}
    >
      <label htmlFor={id} className="soft small">
        {observation.price ? words().field(observation.price.currency) : words().fieldPlain}
      </label>
      {/* It was asked for with a button that is gone: focus must not fall back to the page. */}
      <NumberInput
        id={id}
        ref={focusOn}
        value={perKwh}
        least={-most}
        most={most}
        step={0.01}
        digits={mostDigits}
        onType={setPerKwh}
        onChoose={setPerKwh}
      />
      <button type="submit" className="button main">
        {words().save}
      </button>
      <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
    </form>
  );
}

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}
