import { type FormEvent, type RefCallback, useId, useRef, useState } from 'react';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { ChargerPreferences } from '../../../shared/domain/app/settings.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { nameOf } from '../charger/view-model.ts';
import { takesEscape } from '../shell/use-escape.ts';

const words = () => messages.settings.chargers;
const longestName = 80;

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
}

/** Every charger with its name, in the owner's order; what is hidden can be shown again here. */
export function ChargerPreferencesList({ state }: { readonly state: AppState }) {
  const tell = useTell();
  const { chargers } = state.settings;
  const entries = entriesOf(state);
  const [renaming, setRenaming] = useState<string>();
  const returning = useRef<string>(undefined);
  if (entries.length === 0) return null;
  const change = (next: Partial<ChargerPreferences>) =>
    void tell('changeSettings', { chargers: { ...chargers, ...next } });
  const move = (from: number, by: number) => {
    const ids = entries.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved !== undefined) ids.splice(from + by, 0, moved);
    change({ order: ids });
  };
  const show = (id: string, isShown: boolean) =>
    change({ hidden: [...chargers.hidden.filter((one) => one !== id), ...(isShown ? [] : [id])] });
  const rename = (id: string, name: string) => {
    const { [id]: _before, ...others } = chargers.names;
    change({ names: name === '' ? others : { ...others, [id]: name } });
    close();
  };
  const close = () => {
    returning.current = renaming;
    setRenaming(undefined);
  };
  return (
    <section className="card" aria-label={words().title}>
      <h2>{words().title}</h2>
      <ul className="charger-preferences">
        {entries.map((entry, place) => (
          <li key={entry.id} className="setting-row">
            {renaming === entry.id ? (
              <NameForm
                name={entry.name}
                given={chargers.names[entry.id] ?? ''}
                onSave={(name) => rename(entry.id, name)}
                onClose={close}
              />
            ) : (
              <EntryRow
                entry={entry}
                isFirst={place === 0}
                isLast={place === entries.length - 1}
                onMove={(by) => move(place, by)}
                onShow={(isShown) => show(entry.id, isShown)}
                onRename={() => setRenaming(entry.id)}
                // The form had the focus and is gone; it goes back to where it came from.
                renameRef={(button) => {
                  if (!button || returning.current !== entry.id) return;
                  button.focus();
                  returning.current = undefined;
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shown and hidden ones in one order. */
function entriesOf({ chargers, hiddenChargers = [], settings }: AppState): readonly Entry[] {
  const all = [
    ...chargers.map((one) => ({ id: one.id, name: nameOf(one), isHidden: false })),
    ...hiddenChargers.map(({ id, name = messages.window.charger.unnamed }) => ({
      id,
      name,
      isHidden: true,
    })),
  ];
  const { order } = settings.chargers;
  const place = ({ id }: Entry) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.sort((one, other) => place(one) - place(other));
}

interface RowProps {
  readonly entry: Entry;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onShow: (isShown: boolean) => void;
  readonly onRename: () => void;
  readonly renameRef: RefCallback<HTMLButtonElement>;
}

function EntryRow(props: RowProps) {
  const { entry, isFirst, isLast, onMove, onShow, onRename, renameRef } = props;
  const { isHidden, name } = entry;
  return (
    <>
      <label className="charger-shown">
        <input
          type="checkbox"
          className="check"
          checked={!isHidden}
          aria-label={words().shown(name)}
          onChange={({ currentTarget }) => onShow(currentTarget.checked)}
        />
        <bdi>{name}</bdi>
      </label>
      <div className="setting-end">
        <ActionButton
          ref={renameRef}
          look="word"
          name={words().renameNamed(name)}
          onPress={onRename}
        >
          {words().rename}
        </ActionButton>
        <Arrow
          name={words().up(name)}
          path="M3.5 10L8 5.5l4.5 4.5"
          disabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <Arrow
          name={words().down(name)}
          path="M3.5 6L8 10.5 12.5 6"
          disabled={isLast}
          onPress={() => onMove(1)}
        />
      </div>
    </>
  );
}

interface ArrowProps {
  readonly name: string;
  readonly path: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function Arrow({ name, path, disabled, onPress }: ArrowProps) {
  return (
    <ActionButton look="square" name={name} disabled={disabled} onPress={onPress}>
      <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </ActionButton>
  );
}

interface NameProps {
  readonly name: string;
  /** The owner's own name so far; empty where there is none. */
  readonly given: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

function NameForm({ name, given, onSave, onClose }: NameProps) {
  const id = useId();
  const [typed, setTyped] = useState(given);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed.trim());
  };
  return (
    <form
      className="name-form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      {...takesEscape}
    >
      <input
        ref={focusOn}
        className="field"
        aria-label={words().name(name)}
        aria-describedby={`${id}-hint`}
        maxLength={longestName}
        placeholder={name}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" className="button main">
        {words().save}
      </button>
      <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
      <p id={`${id}-hint`} className="soft small">
        {words().nameHint}
      </p>
    </form>
  );
}

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}
