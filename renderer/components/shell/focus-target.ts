import { createContext } from 'react';

/** How a person came to the present view. */
export interface FocusTarget {
  /** Counts, so that coming again to the same place is noticed. */
  readonly arrivals: number;
  /** Something inside the view takes the focus; its title must not. */
  readonly focusElsewhere: boolean;
}

export const ArrivalContext = createContext<FocusTarget>({ arrivals: 0, focusElsewhere: false });
