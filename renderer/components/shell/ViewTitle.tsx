import { type ReactNode, use, useEffect, useRef } from 'react';
import { ArrivalContext } from './focus-target.ts';

interface Props {
  readonly children: ReactNode;
  /** Where the view speaks for itself, the title is only there to be heard. */
  readonly hidden?: boolean;
}

/** The heading of a view. It takes the focus on arrival, so that a screen reader starts there. */
export function ViewTitle({ children, hidden = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { arrivals, focusElsewhere } = use(ArrivalContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new arrival is the very reason
  useEffect(() => {
    if (!focusElsewhere) heading.current?.focus();
  }, [arrivals, focusElsewhere]);
  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? 'visually-hidden' : 'view-title'}>
      {children}
    </h1>
  );
}
