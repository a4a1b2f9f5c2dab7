import { useId } from 'react';
import type { StatementDetails } from '../../../shared/domain/session/statement.ts';
import { messages } from '../../../shared/text/messages.ts';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { TextField } from '../basic/TextField.tsx';
import { keepsTyping } from '../shell/use-escape.ts';

const words = () => messages.statement;

/** Readings of the meter at both ends of the period, as they are typed; only on the paper. */
export interface MeterReadings {
  readonly start: string;
  readonly end: string;
}

interface Props {
  readonly details: StatementDetails;
  readonly onDetails: (details: StatementDetails) => void;
  readonly meter: MeterReadings;
  readonly onMeter: (meter: MeterReadings) => void;
  readonly isRemembered: boolean;
  readonly onRemember: (isRemembered: boolean) => void;
  /** When a field is left. */
  readonly onLeave: () => void;
}

const longest = 200;

/** What its owner wants to stand on the paper. */
export function DetailFields(props: Props) {
  const { details, onDetails, meter, onMeter, isRemembered, onRemember } = props;
  const type =
    (field: keyof typeof messages.statement.fields & keyof StatementDetails) => (value: string) =>
      onDetails({ ...details, [field]: value || undefined });
  const line = (
    field: 'name' | 'vehicle' | 'plate' | 'costCentre',
    autoComplete: string = 'off',
  ) => (
    <TextField
      label={words().fields[field]}
      longest={longest}
      autoComplete={autoComplete}
      value={details[field] ?? ''}
      onChange={type(field)}
    />
  );
  return (
    <details className="statement-details">
      <summary>{words().details}</summary>
      {/* A form, so that Escape does not lose what was typed. */}
      <form
        onSubmit={(event) => event.preventDefault()}
        {...(isRemembered && !meter.start && !meter.end && keepsTyping)}
      >
        <fieldset className="sign-in rows" aria-label={words().details} onBlur={props.onLeave}>
          {line('name', 'name')}
          <Address value={details.address ?? ''} onChange={type('address')} />
          {line('vehicle')}
          {line('plate')}
          {line('costCentre')}
          <div className="price-head top">
            <TextField
              label={words().fields.meterStart}
              longest={longest}
              hint={words().meterHint}
              value={meter.start}
              onChange={(start) => onMeter({ ...meter, start })}
            />
            <TextField
              label={words().fields.meterEnd}
              longest={longest}
              value={meter.end}
              onChange={(end) => onMeter({ ...meter, end })}
            />
          </div>
          <SwitchRow
            label={words().signature}
            checked={details.signature === true}
            onChange={(on) => onDetails({ ...details, signature: on ? true : undefined })}
          />
          <SwitchRow
            label={words().remember}
            hint={words().rememberHint}
            checked={isRemembered}
            onChange={onRemember}
          />
        </fieldset>
      </form>
    </details>
  );
}

interface AddressProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Address({ value, onChange }: AddressProps) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{words().fields.address}</label>
      <textarea
        id={id}
        className="field note-field"
        rows={2}
        maxLength={2 * longest}
        autoComplete="street-address"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
