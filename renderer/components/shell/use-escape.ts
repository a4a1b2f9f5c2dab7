import { useEffect } from 'react';

/** Put on a part of the page that does something of its own on Escape. */
export const takesEscape = { 'data-takes-escape': '' } as const;

/**
 * Escape leaves, unless a dialog or a part in focus takes it for itself. Asked while the key comes
 * down the page, before those have heard it and are gone.
 */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isTaken(event.target)) return;
      leave();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [leave]);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="alertdialog"], [role="dialog"]')) return true;
  return target instanceof Element && target.closest('[data-takes-escape]') !== null;
}
