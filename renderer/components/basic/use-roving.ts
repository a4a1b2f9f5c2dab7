import { type KeyboardEvent, useState } from 'react';

/**
 * Many things in a row with one stop of the Tab key: arrows move among them, Home and End go to the
 * ends. `first` is where the row is entered before anybody has moved in it.
 */
export function useRoving(count: number, first: number) {
  const [moved, setMoved] = useState<number>();
  const current = Math.min(moved ?? first, count - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = placeAfter(event.key, { current, count, isRtl });
    if (next === undefined) return;
    event.preventDefault();
    setMoved(next);
    const items = event.currentTarget.querySelectorAll<HTMLElement>('button');
    items[next]?.focus();
  };
  return {
    group: { onKeyDown },
    item: (place: number) => ({
      tabIndex: place === current ? 0 : -1,
      onArrive: () => setMoved(place),
    }),
  };
}

interface Row {
  readonly current: number;
  readonly count: number;
  readonly isRtl: boolean;
}

/** The place in a row to which a key leads; undefined where it leads nowhere. */
export function placeAfter(key: string, { current, count, isRtl }: Row): number | undefined {
  const within = (place: number) => Math.min(count - 1, Math.max(0, place));
  switch (key) {
    case 'ArrowRight':
      return within(current + (isRtl ? -1 : 1));
    case 'ArrowLeft':
      return within(current + (isRtl ? 1 : -1));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
