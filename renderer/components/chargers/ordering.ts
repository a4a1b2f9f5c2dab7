import { type FocusEvent, useRef, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { mostUrgent, needsOwner } from '../../../shared/domain/charger/urgency.ts';

/** What needs its owner comes first, then the owner's own order, in which they are given. Pure. */
export function ordered(chargers: readonly ChargerState[]): readonly ChargerState[] {
  const rest = chargers.filter((charger) => !needsOwner(charger));
  if (rest.length === chargers.length) return chargers;
  return [...chargers.filter(needsOwner), ...rest];
}

interface Steady {
  readonly chargers: readonly ChargerState[];
  /** For the list: it tells whether somebody is about to press something in it. */
  readonly list: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** The order, which nothing changes under a finger or away from the keyboard's focus. */
export function useSteadyOrder(chargers: readonly ChargerState[]): Steady {
  const held = useRef<readonly string[]>([]);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const known = new Map(chargers.map((charger) => [charger.id, charger]));
  const before = held.current.flatMap((id) => known.get(id) ?? []);
  const isSameSet = before.length === chargers.length && held.current.length === before.length;
  const shown = isSameSet && (isPointed || isFocused) ? before : ordered(chargers);
  held.current = shown.map(({ id }) => id);
  return {
    chargers: shown,
    list: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  };
}

interface Opened {
  readonly openedId: string | undefined;
  readonly open: (id: string) => void;
}

/** Which charger is open: at first the most urgent one, then whichever its owner chose. */
export function useOpened(chargers: readonly ChargerState[]): Opened {
  const [openedId, open] = useState<string>();
  const isThere = chargers.some(({ id }) => id === openedId);
  const first = isThere ? openedId : mostUrgent(chargers)?.id;
  // Set while rendering, as React advises: what happens later opens nothing by itself.
  if (first !== openedId) open(first);
  return { openedId: first, open };
}
