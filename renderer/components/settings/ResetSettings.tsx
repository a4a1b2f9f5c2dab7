import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';

const words = () => messages.settings.reset;

/** The way back to how everything was at first, but for what nobody wants to lose. */
export function ResetSettings() {
  const tell = useTell();
  const reset = () => {
    // What was chosen for single chargers has its own names and switches; they stay.
    const { quiet: _quiet, noticesOf: _own, chargers: _chargers, ...defaults } = defaultSettings;
    void tell('changeSettings', defaults);
    void tell('setQuiet', { quiet: 'no' });
  };
  return (
    <div className="card">
      <ConfirmButton
        label={words().label}
        confirm={words().confirm}
        title={words().title}
        body={words().body}
        onConfirm={reset}
      />
    </div>
  );
}
