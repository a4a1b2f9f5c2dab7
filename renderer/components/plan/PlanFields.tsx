import { messages } from '../../../shared/text/messages.ts';
import { Choice } from '../basic/Choice.tsx';
import { DayToggles } from '../basic/DayToggles.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { TextField } from '../basic/TextField.tsx';
import type { PlanDraft, PlanFault, PlanFaults } from './draft.ts';

export interface FieldsProps {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly faults: PlanFaults;
  /** In which prices are typed: `ct`. */
  readonly unit: string;
}

const words = () => messages.plans.form;

export function faultWords(fault: PlanFault | undefined): string | undefined {
  return fault && messages.plans.faults[fault];
}

/** What most plans consist of: when, how much, and until when. */
export function PlanFields(props: FieldsProps) {
  const { draft, change, faults, unit } = props;
  const isOff = draft.mode === 'off';
  return (
    <>
      <Choice
        title={words().mode}
        labels={words().modes}
        value={draft.mode}
        onChoose={(mode) => change({ mode })}
      />
      {draft.mode === 'cheapest' && (
        <SwitchRow
          label={messages.market.cheapest.inOneGo}
          checked={draft.inOneGo}
          onChange={(inOneGo) => change({ inOneGo })}
        />
      )}
      {draft.mode === 'below' && (
        <TextField
          label={words().limit(unit)}
          name="limit"
          inputMode="decimal"
          value={draft.limit}
          error={faultWords(faults.limit)}
          onChange={(limit) => change({ limit })}
        />
      )}
      {!isOff && <Amount {...props} />}
      {!isOff && <ReadyBy {...props} />}
    </>
  );
}

function Amount({ draft, change, faults }: FieldsProps) {
  return (
    <>
      <Choice
        title={words().amount}
        labels={words().amounts}
        value={draft.amount}
        onChoose={(amount) => change({ amount })}
      />
      {draft.amount === 'energy' && (
        <TextField
          label={words().energy}
          name="kwh"
          inputMode="decimal"
          value={draft.kwh}
          error={faultWords(faults.kwh)}
          onChange={(kwh) => change({ kwh })}
        />
      )}
      {draft.amount === 'time' && (
        <TextField
          label={words().hours}
          name="hours"
          inputMode="decimal"
          value={draft.hours}
          error={faultWords(faults.hours)}
          onChange={(hours) => change({ hours })}
        />
      )}
    </>
  );
}

function ReadyBy({ draft, change, faults }: FieldsProps) {
  return (
    <>
      <SwitchRow
        label={words().hasReadyBy}
        checked={draft.hasReadyBy}
        onChange={(hasReadyBy) => change({ hasReadyBy })}
      />
      {draft.hasReadyBy && (
        <div className="plan-fields">
          <TextField
            label={messages.market.cheapest.readyBy}
            name="readyBy"
            type="time"
            value={draft.readyBy}
            error={faultWords(faults.readyBy)}
            onChange={(readyBy) => change({ readyBy })}
          />
          <DayToggles
            label={words().days}
            name="days"
            days={draft.days}
            error={faultWords(faults.days)}
            onChange={(days) => change({ days })}
          />
        </div>
      )}
    </>
  );
}
