import { act, cleanup, configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { App } from '../../../renderer/App.tsx';
import { callerOver } from '../../../renderer/bridge.ts';
import type { Curve, PaintCurve, Range } from '../../../renderer/charts/curve.ts';
import type { PictureData } from '../../../renderer/charts/picture.ts';
import type { Learn } from '../../../renderer/page-language.ts';
import { stateSource } from '../../../renderer/use-app-state.ts';
import { fetchControls } from '../../../renderer/use-later.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { type FakeBridge, fakeBridge } from '../../fakes/fake-bridge.ts';
import { readAt } from '../../fixtures/app-states.ts';

/** The window on a fake bridge, and everything a test may do to it. */
export interface Rendered {
  readonly fake: FakeBridge;
  readonly user: UserEvent;
  /** Lets the window hear a new state. */
  readonly hear: (state: AppState) => void;
  /** Lets every waiting timer ring. */
  readonly ring: () => Promise<void>;
  /** The pictures on the page, as they were last drawn. */
  readonly painted: ReadonlySet<{ data: PictureData }>;
  /** The curves of charges on the page, as they were last drawn. */
  readonly curves: ReadonlySet<DrawnCurve>;
}

/** A curve that was drawn, 100 pixels wide, and the titles under which it was given away. */
export interface DrawnCurve {
  curve: Curve;
  range: Range;
  readonly titles: string[];
}

/** Call once in a file that renders: clears the page, and adds what jsdom has not got. */
export function prepareBrowser(): void {
  // How long something takes is the computer's affair; this only ends what hangs.
  configure({ asyncUtilTimeout: 30_000 });
  beforeAll(async () => void (await fetchControls()));
  beforeEach(() => {
    // jsdom lays nothing out, so there is nowhere to scroll and nothing out of sight.
    Element.prototype.scrollIntoView = () => undefined;
    Element.prototype.checkVisibility = () => true;
    Reflect.set(window, 'IntersectionObserver', NothingInSight);
    Reflect.set(window, 'PointerEvent', MouseEvent);
    Object.assign(HTMLDialogElement.prototype, modalDialog);
    Reflect.set(window, 'CSS', { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') });
  });
  afterEach(cleanup);
}

/** Call once in a file about past charges, whose views the window fetches when they are wanted. */
export function preparePast(): void {
  beforeAll(async () => {
    await import('../../../renderer/views/PastView.tsx');
  });
}

/**
 * Renders the whole window and waits until it has the state. `prepare` programs the bridge first;
 * `learn` makes it follow the language of the states, which tests do not do without.
 */
export async function renderApp(
  state: AppState,
  prepare: (fake: FakeBridge) => void = () => undefined,
  learn?: Learn,
): Promise<Rendered> {
  const { fetchControls: fetched, ...rendered } = await renderFirst(state, prepare, learn);
  await fetched();
  return rendered;
}

/** The same as it is painted first; `fetchControls` lets pass the idle moment after that. */
export async function renderFirst(
  state: AppState,
  prepare: (fake: FakeBridge) => void = () => undefined,
  learn?: Learn,
): Promise<Rendered & { readonly fetchControls: () => Promise<void> }> {
  const fake = fakeBridge(state);
  prepare(fake);
  const timers = new Set<() => void>();
  const wait = (then: () => void) => {
    timers.add(then);
    return () => timers.delete(then);
  };
  const idle: (() => void)[] = [];
  const painted = new Set<{ data: PictureData }>();
  const curves = new Set<DrawnCurve>();
  const appContext = {
    call: callerOver(fake.bridge),
    formatOptions: {},
    clock: {
      now: () => readAt,
      after: (_: number, then: () => void) => wait(then),
      whenIdle: (then: () => void) => {
        idle.push(then);
        return wait(then);
      },
    },
    paintCurve: paintsInto(curves),
    paint: (_: HTMLElement, data: PictureData) => {
      const picture = { data };
      painted.add(picture);
      return {
        update: (next: PictureData) => {
          picture.data = next;
        },
        remove: () => painted.delete(picture),
      };
    },
  };
  await act(async () => {
    render(<App appContext={appContext} source={stateSource(fake.bridge, learn)} />);
  });
  return {
    fake,
    // What can be pressed is the first thing that the window fetches in an idle moment.
    fetchControls: async () => {
      const [controlsWanted] = idle;
      if (!controlsWanted || !timers.delete(controlsWanted)) return;
      await act(async () => {
        controlsWanted();
        await fetchControls();
      });
    },
    user: userEvent.setup(),
    painted,
    curves,
    hear: (next) => act(() => fake.setState(next)),
    ring: () =>
      act(async () => {
        for (const then of [...timers]) {
          timers.delete(then);
          then();
        }
      }),
  };
}

function paintsInto(curves: Set<DrawnCurve>): PaintCurve {
  return (_, first) => {
    const drawn: DrawnCurve = { ...first, titles: [] };
    curves.add(drawn);
    return {
      update: (curve, range) => Object.assign(drawn, { curve, range }),
      plot: () => ({ left: 0, width: 100 }),
      png: (title) => {
        drawn.titles.push(title);
        return 'iVBORw0KGgo=';
      },
      remove: () => curves.delete(drawn),
    };
  };
}

/** jsdom opens no dialog over the page; what the real one does besides is seen in a real window. */
const modalDialog = {
  showModal(this: HTMLDialogElement) {
    const opener = document.activeElement;
    this.open = true;
    this.querySelector('button')?.focus();
    this.addEventListener('close', () => opener instanceof HTMLElement && opener.focus());
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
};

/** jsdom lays nothing out, so nothing ever comes into sight. */
class NothingInSight {
  observe() {}
  disconnect() {}
}

/** Goes from the list of the settings to one of its pages. */
export async function openSettings({ user }: Pick<Rendered, 'user'>, page: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: new RegExp(`^${page} `) }));
}

/** An answer that is held back until the test gives it. */
export function heldBack<Answer>() {
  let give: (answer: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { promise, give: (answer: Answer) => give(answer) };
}
