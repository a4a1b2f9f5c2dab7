import { useEffect, useRef } from 'react';
import { zoomFactors } from '../../../shared/domain/app/settings.ts';
import type { Tell } from '../../app-context.ts';
import type { Place, Places } from '../../use-place.ts';

interface Parts {
  readonly go: Places['go'];
  readonly tell: Tell;
  /** How large the page is drawn now. */
  readonly zoom: number;
}

/** The views by the keys that lead to them, in the order of the tabs. */
const views: ReadonlyMap<string, Place> = new Map([
  ['1', { view: 'chargers' }],
  ['2', { view: 'market' }],
  ['3', { view: 'history' }],
  [',', { view: 'settings' }],
]);

/** Keys that do something wherever one is in the window. */
export function useKeys(parts: Parts): void {
  const newest = useRef(parts);
  newest.current = parts;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const done = doneBy(event, newest.current);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function doneBy(event: KeyboardEvent, { go, tell, zoom }: Parts): boolean {
  const { altKey, ctrlKey, key, metaKey } = event;
  if (key === 'F5' && !ctrlKey && !altKey) {
    void tell('refresh', undefined);
    return true;
  }
  if (altKey || !(ctrlKey || metaKey) || isAsking()) return false;
  const place = views.get(key);
  const factor = zoomedBy(key, zoom);
  if (place) go(place);
  else if (factor !== undefined) void tell('changeSettings', { zoom: factor });
  return place !== undefined || factor !== undefined;
}

/** A question has to be answered first. */
function isAsking(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** The next step that a key asks for; undefined where it asks for none. `=` is `+` without Shift. */
function zoomedBy(key: string, zoom: number): number | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomFactors.find((factor) => factor > zoom) ?? zoom;
    case '-':
      return zoomFactors.findLast((factor) => factor < zoom) ?? zoom;
    case '0':
      return 1;
    default:
      return undefined;
  }
}
