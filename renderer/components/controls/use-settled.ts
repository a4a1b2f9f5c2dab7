import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppContext } from '../../app-context.ts';

/** A value that is being chosen and is sent once, when the choosing has settled. */
export interface Settling<Value> {
  /** What is being chosen; undefined when nothing is. */
  readonly draft: Value | undefined;
  readonly change: (value: Value) => void;
  /** Chosen, perhaps: sent after a moment without another choice. */
  readonly settle: (value: Value) => void;
  /** Chosen for good: sent now. */
  readonly finish: () => void;
}

const settleMs = 700;

/** Spares the charger every step on the way: its maker allows few commands a minute. */
export function useSettled<Value>(send: (value: Value) => Promise<void>): Settling<Value> {
  const { clock } = useAppContext();
  const [draft, setDraft] = useState<Value>();
  const waiting = useRef<{ readonly value: Value; readonly cancel: () => void }>(undefined);
  const newestSend = useRef(send);
  newestSend.current = send;

  const finish = useCallback(() => {
    const due = waiting.current;
    if (!due) return;
    due.cancel();
    waiting.current = undefined;
    // The draft stays in sight until the command itself, in the state, takes over.
    void newestSend.current(due.value).then(() => {
      if (!waiting.current) setDraft(undefined);
    });
  }, []);
  const settle = useCallback(
    (value: Value) => {
      setDraft(value);
      waiting.current?.cancel();
      waiting.current = { value, cancel: clock.after(settleMs, finish) };
    },
    [clock, finish],
  );

  // Leaving the view must not lose what was chosen.
  useEffect(() => finish, [finish]);
  return { draft, change: setDraft, settle, finish };
}
