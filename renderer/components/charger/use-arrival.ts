import { useEffect, useRef } from 'react';

/** Brings a card into sight and focus whenever somebody was sent to it: another object each time. */
export function useArrival(arrival: object | undefined) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrival === undefined) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
  }, [arrival]);
  return card;
}
