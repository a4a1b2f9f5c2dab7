import { useEffect, useRef, useState } from 'react';
import type { StatementDetails } from '../../../shared/domain/session/statement.ts';
import { useTell } from '../../app-context.ts';

/** What stands on statements, kept in the settings on wish: at once, and while one leaves the page. */
export function useDetails(kept: StatementDetails) {
  const tell = useTell();
  const [details, setDetails] = useState(kept);
  const [isRemembered, setRemembered] = useState(Object.keys(kept).length > 0);
  const sent = useRef(JSON.stringify(kept));
  const keep = (statement: StatementDetails) => {
    const said = JSON.stringify(statement);
    if (said === sent.current) return;
    sent.current = said;
    void tell('changeSettings', { statement });
  };
  const newest = useRef(() => undefined as unknown);
  newest.current = () => isRemembered && keep(details);
  useEffect(() => () => void newest.current(), []);
  return {
    details,
    setDetails,
    isRemembered,
    /** When a field is left. */
    settle: () => void newest.current(),
    remember: (on: boolean) => {
      setRemembered(on);
      keep(on ? details : {});
    },
  };
}
