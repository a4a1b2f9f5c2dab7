import { useEffect } from 'react';

/** Put on a part of the page that does something of its own on Escape. */
export const takesEscape = { 'data-takes-escape': '' } as const;

/** Put on a form of which nothing is lost when it is left. */
export const keepsTyping = { 'data-keeps-typing': '' } as const;

/**
 * Escape leaves, unless a dialog or a part in focus takes it for itself, or a form has been filled
 * in. Asked while the key comes down the page, before those have heard it and are gone.
 */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const typedInto = new WeakSet<Element>();
    const typed = ({ target }: Event) => {
      const form = target instanceof Element && target.closest('form');
      if (form) typedInto.add(form);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isTaken(event.target)) return;
      // What somebody has typed is worth more than a quick way out: another way leads on.
      const isLost = [...document.forms].some((form) => typedInto.has(form) && !keeps(form));
      if (!isLost) leave();
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    window.addEventListener('input', typed);
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      window.removeEventListener('input', typed);
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [leave]);
}

function keeps(form: HTMLFormElement): boolean {
  return form.hasAttribute('data-keeps-typing');
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="alertdialog"], [role="dialog"]')) return true;
  return target instanceof Element && target.closest('[data-takes-escape]') !== null;
}
