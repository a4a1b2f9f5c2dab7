import { messages } from '../../../shared/text/messages.ts';
import { TextField } from '../basic/TextField.tsx';
import { type FieldsProps, faultWords } from './PlanFields.tsx';

const words = () => messages.plans.form;

/** What few want; an empty field stands for none of it. */
export function MoreFields({ draft, change, faults, unit }: FieldsProps) {
  return (
    <>
      <TextField
        label={words().notBefore}
        name="notBefore"
        type="time"
        value={draft.notBefore}
        onChange={(notBefore) => change({ notBefore })}
      />
      <TextField
        label={words().remindAt}
        name="remindAt"
        type="time"
        value={draft.remindAt}
        onChange={(remindAt) => change({ remindAt })}
      />
      <TextField
        label={words().atOnce}
        hint={words().atOnceHint}
        name="atOnce"
        inputMode="decimal"
        value={draft.atOnce}
        error={faultWords(faults.atOnce)}
        onChange={(atOnce) => change({ atOnce })}
      />
      {draft.mode === 'cheapest' && (
        <TextField
          label={words().highest(unit)}
          hint={words().highestHint}
          name="highest"
          inputMode="decimal"
          value={draft.highest}
          error={faultWords(faults.highest)}
          onChange={(highest) => change({ highest })}
        />
      )}
    </>
  );
}
