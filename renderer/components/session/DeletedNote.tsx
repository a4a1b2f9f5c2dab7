import { useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { useChange } from './use-change.ts';

const words = () => messages.sessionEdit;

interface Props {
  readonly id: number;
  readonly onRestored: () => void;
}

/** For so long a slip can be taken back here, ms. */
const undoMs = 10_000;

/** In the place of a session that was just deleted. */
export function DeletedNote({ id, onRestored }: Props) {
  const { clock } = useAppContext();
  const { change, failure } = useChange(id);
  const [isOver, setOver] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    undo.current?.focus();
    return clock.after(undoMs, () => setOver(true));
  }, [clock]);
  const restore = async () => {
    if (await change({ kind: 'restore' })) onRestored();
  };
  const help = isOver ? undefined : (
    <ActionButton ref={undo} onPress={() => void restore()}>
      {words().undo}
    </ActionButton>
  );
  return (
    <div role="status">
      <Note tone="quiet" help={help}>
        {failure ? messages.changeFailures[failure] : words().restorable}
      </Note>
    </div>
  );
}
