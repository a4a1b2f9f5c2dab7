import { useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { quietChoice, quietChoices } from '../../../shared/domain/app/quiet.ts';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import { clockTime } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { Select } from '../basic/Select.tsx';
import { KindSwitches } from '../notifications/KindSwitches.tsx';
import { QuietHoursEditor } from '../notifications/QuietHoursEditor.tsx';
import { TestNotice } from '../notifications/TestNotice.tsx';

interface Props {
  readonly settings: Settings;
  readonly chargers: readonly ChargerState[];
}

const words = () => messages.settings.notices;
const all = '';

/** Which notifications are shown, of which charger, and when none are. */
export function NotificationSettings({ settings, chargers }: Props) {
  const [chosen, setChosen] = useState(all);
  const named = chargers.map((one) => ({ id: one.id, name: nameKnown(one) ?? words().unnamed }));
  const charger = named.find(({ id }) => id === chosen);
  return (
    <div className="card notice-settings">
      <div className="notice-heads">
        <Shown settings={settings} />
        {named.length > 1 && (
          <Select
            label={words().charger}
            options={[
              [all, words().allChargers],
              ...named.map(({ id, name }) => [id, name] as const),
            ]}
            value={charger?.id ?? all}
            onChoose={setChosen}
          />
        )}
      </div>
      <MutedUntil settings={settings} />
      <KindSwitches settings={settings} charger={charger} />
      <QuietHoursEditor hours={settings.quietHours} />
      <TestNotice />
    </div>
  );
}

/** Whether any are shown now. */
function Shown({ settings: { quiet } }: { readonly settings: Settings }) {
  const { clock } = useAppContext();
  const tell = useTell();
  const choose = (value: string) => {
    const choice = quietChoices.find((one) => one === value);
    if (choice) void tell('setQuiet', { quiet: choice });
  };
  return (
    <Select
      label={words().now}
      options={quietChoices.map((choice) => [choice, messages.quietLabels[choice]] as const)}
      value={quietChoice(quiet, clock.now())}
      onChoose={choose}
    />
  );
}

function MutedUntil({ settings: { quiet } }: { readonly settings: Settings }) {
  const { clock, formatOptions } = useAppContext();
  const now = clock.now();
  if (quiet.kind !== 'until' || now >= quiet.at) return null;
  return (
    <p className="soft small">{words().quietUntil(clockTime(quiet.at, now, formatOptions))}</p>
  );
}
