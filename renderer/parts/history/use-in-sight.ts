import { useEffect, useRef } from 'react';

/** Calls once when a part of the page comes into sight, or nearly. */
export function useInSight(seen: () => void) {
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef(seen);
  newest.current = seen;
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
  }, []);
  return place;
}
