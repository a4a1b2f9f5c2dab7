const canTakeFocus = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled, [type="radio"])',
  'input[type="radio"]:checked',
  'select',
  'textarea',
  'summary',
  '[tabindex]',
].join();

/**
 * A button may go with what it did, and an entry of a list with the question about it. The focus
 * would be nowhere then: it goes to the entry that follows or the one before, else to the nearest
 * part that is left, else to the title of the view. Gives what ends that.
 */
export function keepFocus(): () => void {
  /** What took the focus last, and all that it is in, from within. */
  let path: readonly Element[] = [];
  /** Where it can go from an entry that is gone. */
  let beside: readonly Element[] = [];
  let frame = 0;
  const taken = ({ target }: FocusEvent) => {
    path = target instanceof Element ? pathOf(target) : [];
    beside = [];
  };
  const isLost = () => path[0]?.isConnected === false && document.activeElement === document.body;
  const keep = () => {
    if (!isLost()) return;
    const next = nearestTo([...beside, ...path]);
    path = [];
    next?.focus({ preventScroll: true });
  };
  const changed = new MutationObserver((changes) => {
    if (!isLost()) return;
    beside = [...beside, ...changes.flatMap((change) => entriesBeside(change, path))];
    cancelAnimationFrame(frame);
    // Whatever takes the focus by itself has done so by then.
    frame = requestAnimationFrame(keep);
  });
  changed.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', taken);
  return () => {
    changed.disconnect();
    cancelAnimationFrame(frame);
    document.removeEventListener('focusin', taken);
  };
}

function pathOf(element: Element): readonly Element[] {
  const around = element.parentElement;
  return around ? [element, ...pathOf(around)] : [element];
}

/** Where an entry went: the one of its kind after it, then the one before. */
function entriesBeside(change: MutationRecord, path: readonly Element[]): readonly Element[] {
  // Never from a button to the one beside it: a key pressed twice would press that too.
  const gone = path.slice(1).find((one) => [...change.removedNodes].includes(one));
  const { nextSibling, previousSibling } = change;
  return [nextSibling, previousSibling].filter(
    (one): one is Element => one instanceof Element && one.localName === gone?.localName,
  );
}

/** Nearer than the whole page, where the first would be the way out. */
function nearestTo(parts: readonly Element[]): HTMLElement | undefined {
  const within = parts.filter((one) => one.isConnected && one.closest('main') !== null);
  const title = document.querySelector<HTMLElement>('h1');
  return within.map(firstIn).find((one) => one !== undefined) ?? title ?? undefined;
}

function firstIn(part: Element): HTMLElement | undefined {
  const all = [part, ...part.querySelectorAll(canTakeFocus)];
  return all.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(canTakeFocus) && one.checkVisibility(),
  );
}
