import { useState } from 'react';
import type {
  ChangeFailure,
  SessionChange,
} from '../../../shared/domain/session/session-change.ts';
import { useTell } from '../../app-context.ts';

/** Changes a session; whether that was kept, and why the last change was not. */
export function useChange(id: number) {
  const tell = useTell();
  const [failure, setFailure] = useState<ChangeFailure['kind']>();
  const change = async (what: SessionChange): Promise<boolean> => {
    setFailure(undefined);
    const got = await tell('changeSession', { id, change: what });
    if (!got.ok) return false;
    if (!got.value.ok) setFailure(got.value.failure.kind);
    return got.value.ok;
  };
  return { change, failure };
}
