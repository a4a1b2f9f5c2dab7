import { isKindOn, type Settings } from '../../../shared/domain/app/settings.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { keysOf } from '../../keys-of.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';

interface Props {
  readonly settings: Settings;
  /** Absent: for all chargers. */
  readonly charger: { readonly id: string; readonly name: string } | undefined;
}

const words = () => messages.settings.notices;

/** Which kinds are told, of all chargers or of one that differs. */
export function KindSwitches({ settings, charger }: Props) {
  const tell = useTell();
  const own = Object.keys((charger && settings.noticesOf[charger.id]) ?? {});
  const choose = (kind: keyof typeof messages.noticeKinds, on: boolean) => {
    if (!charger) return void tell('changeSettings', { notices: { [kind]: on } });
    // What is like all follows them from then on.
    const notices = { [kind]: on === settings.notices[kind] ? null : on };
    return void tell('changeSettings', { noticesOf: { chargerId: charger.id, notices } });
  };
  const likeAll = () => {
    if (!charger) return;
    const notices = Object.fromEntries(own.map((kind) => [kind, null]));
    void tell('changeSettings', { noticesOf: { chargerId: charger.id, notices } });
  };
  return (
    <fieldset className="rows kinds">
      <legend className="soft small">
        {charger ? words().whichOf(charger.name) : words().which}
      </legend>
      {keysOf(messages.noticeKinds).map((kind) => (
        <SwitchRow
          key={kind}
          label={messages.noticeKinds[kind]}
          checked={isKindOn(settings, kind, charger?.id)}
          onChange={(on) => choose(kind, on)}
        />
      ))}
      {charger && (
        <div className="differing">
          <span className="soft small">{words().differing(own.length)}</span>
          {own.length > 0 && (
            <ActionButton look="word" onPress={likeAll}>
              {words().likeAll}
            </ActionButton>
          )}
        </div>
      )}
    </fieldset>
  );
}
