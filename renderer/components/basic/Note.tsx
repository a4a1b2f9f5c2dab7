import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** `needs`: somebody has to do something. `quiet`: good to know. */
  readonly tone: 'needs' | 'quiet';
  /** The button that helps. */
  readonly help?: ReactNode;
}

/** One sentence and, where there is one, the button that helps. */
export function Note({ children, tone, help }: Props) {
  return (
    <div className={`note ${tone}`}>
      <p>{children}</p>
      {help}
    </div>
  );
}
