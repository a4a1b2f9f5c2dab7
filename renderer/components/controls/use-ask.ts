import { useCallback, useRef, useState } from 'react';
import type { Command, CommandKind } from '../../../shared/domain/charger/command.ts';
import type { CommandFailure } from '../../../shared/ipc/contract.ts';
import { useTell } from '../../app-context.ts';

/** Asking things of one charger. */
export interface Asking {
  readonly ask: (command: Command) => Promise<void>;
  /** Why the newest command was not even sent. How a sent one fares is in the state. */
  readonly failure: NotSent | undefined;
}

/** A command that was not sent, and why. */
export interface NotSent {
  readonly kind: CommandKind;
  readonly failure: CommandFailure;
}

/** Sends commands to a charger, one of a kind at a time: a double click is one command. */
export function useAsk(chargerId: string): Asking {
  const tell = useTell();
  const [failure, setFailure] = useState<NotSent>();
  const underWay = useRef(new Set<string>());

  const ask = useCallback(
    async (command: Command) => {
      if (underWay.current.has(command.kind)) return;
      underWay.current.add(command.kind);
      setFailure(undefined);
      const got = await tell('execute', { chargerId, command });
      underWay.current.delete(command.kind);
      if (got.ok && !got.value.ok) setFailure({ kind: command.kind, failure: got.value.failure });
    },
    [tell, chargerId],
  );
  return { ask, failure };
}
