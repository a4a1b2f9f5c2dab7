import { type RefCallback, useCallback, useRef } from 'react';

/** For the button in the place of a form that had the focus and is gone: it goes back there. */
export function useReturning(onClose: () => void): {
  readonly ref: RefCallback<HTMLButtonElement>;
  readonly leave: () => void;
} {
  const isReturning = useRef(false);
  const ref = useCallback((button: HTMLButtonElement | null) => {
    if (button && isReturning.current) button.focus();
    if (button) isReturning.current = false;
  }, []);
  const leave = () => {
    isReturning.current = true;
    onClose();
  };
  return { ref, leave };
}
