import { useEffect, useRef } from 'react';

/** Calls when a part of the page comes into sight, or nearly: once for each `rows` and `shown`. */
export function useInSight(observation: () => void, rows: readonly unknown[], shown: number) {
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef(observation);
  newest.current = observation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the list has grown, its end may still be in sight
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        newest.current();
      },
      // A screen ahead, so that whoever scrolls does not come to an end that is none.
      { rootMargin: '600px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [rows, shown]);
  return place;
}
