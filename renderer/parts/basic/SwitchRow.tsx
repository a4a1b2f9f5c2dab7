import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
}

/** A switch with its words; the whole row can be pressed. */
export function SwitchRow({ label, checked, onChange, hint }: Props) {
  const id = useId();
  return (
    <div>
      <label className="switch-row" htmlFor={`${id}-box`}>
        <span id={id}>{label}</span>
        <Switch.Root
          id={`${id}-box`}
          className="switch"
          checked={checked}
          onCheckedChange={onChange}
          aria-labelledby={id}
          aria-describedby={hint && `${id}-hint`}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
