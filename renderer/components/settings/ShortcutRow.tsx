import { type KeyboardEvent, useState } from 'react';
import { shortcutForm } from '../../../shared/domain/app/settings.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { takesEscape } from '../shell/use-escape.ts';

interface Props {
  /** Null: none. */
  readonly keys: string | null;
  readonly isTaken: boolean;
}

const words = () => messages.settings.shortcut;

/** Keys that open the window from anywhere: pressed once, they are chosen. */
export function ShortcutRow({ keys, isTaken }: Props) {
  const tell = useTell();
  const [isListening, setListening] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const choose = (shortcut: string | null) => void tell('changeSettings', { shortcut });
  const heard = (event: KeyboardEvent) => {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    const pressed = shortcutOf(event);
    if (pressed === undefined) return;
    const isSound = shortcutForm.test(pressed);
    setWrong(!isSound);
    if (!isSound) return;
    setListening(false);
    choose(pressed);
  };
  const label = isListening ? words().press : (keys ?? words().set);
  const problem = isWrong ? words().needs : isTaken ? words().taken : undefined;
  return (
    <div className="card">
      <div className="setting-row">
        <div>
          <h2>{words().title}</h2>
          <p className="soft small">{words().hint}</p>
        </div>
        <div className="setting-end">
          <button
            type="button"
            className="button plain"
            aria-label={words().named(label)}
            onClick={() => setListening(!isListening)}
            onBlur={() => setListening(false)}
            onKeyDown={heard}
            {...(isListening && takesEscape)}
          >
            {label}
          </button>
          {keys !== null && (
            <ActionButton onPress={() => choose(null)}>{words().remove}</ActionButton>
          )}
        </div>
      </div>
      <p role="status" className="small warn">
        {problem}
      </p>
    </div>
  );
}

/** `Ctrl+Alt+C`; undefined while only modifiers are down. */
function shortcutOf(event: KeyboardEvent): string | undefined {
  // By the place of the key where a modifier makes another sign of it.
  const key = /^Key([A-Z])$|^Digit(\d)$|^(F\d{1,2})$/.exec(event.code);
  const name = key?.[1] ?? key?.[2] ?? key?.[3];
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'].includes(event.key)) return undefined;
  const isMac = /mac/i.test(navigator.userAgent);
  return [
    ...(event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    ...(event.metaKey ? [isMac ? 'Cmd' : 'Super'] : []),
    name ?? event.key,
  ].join('+');
}
