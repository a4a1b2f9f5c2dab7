import { useEffect } from 'react';

/**
 * Escape leaves. An open dialog takes it for itself; asked while the key comes down the page,
 * before the dialog has heard it and is gone.
 */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || dialogIsOpen()) return;
      leave();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [leave]);
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="alertdialog"], [role="dialog"]') !== null;
}
