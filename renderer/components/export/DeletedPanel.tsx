import { useState } from 'react';
import type { DeletedSession } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { useFormats } from '../history/formats.ts';

const words = () => messages.deletedSessions;

interface Props {
  readonly deleted: readonly DeletedSession[];
}

/** Sessions that were deleted, each with the way back. */
export function DeletedPanel({ deleted }: Props) {
  const tell = useTell();
  const formats = useFormats();
  const [said, setSaid] = useState('');
  const restore = async (id: number) => {
    const got = await tell('changeSession', { id, change: { kind: 'restore' } });
    if (!got.ok) return;
    setSaid(got.value.ok ? words().restored : messages.changeFailures[got.value.failure.kind]);
  };
  return (
    <div className="panel">
      <p className="soft small">{words().hint}</p>
      <ul className="deleted-list">
        {deleted.map(({ session: { id, startedAt, energyWh } }) => {
          const amount =
            energyWh === undefined ? messages.history.list.unknownEnergy : formats.energy(energyWh);
          const day = formats.longDay(startedAt);
          return (
            <li key={id}>
              <span>{words().row({ day, amount })}</span>
              <ActionButton
                look="word"
                name={words().restoreOf(day)}
                onPress={() => void restore(id)}
              >
                {words().restore}
              </ActionButton>
            </li>
          );
        })}
      </ul>
      <p role="status" className="soft small">
        {said}
      </p>
    </div>
  );
}
