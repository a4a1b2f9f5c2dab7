/** Puts the window together: real bridge, real clock, real page. */
import './theme/tokens.css';
import './theme/base.css';
import './theme/controls.css';
import './theme/choices.css';
import './theme/page.css';
import './theme/forms.css';
import './theme/notes.css';
import './theme/notices.css';
import './theme/question.css';
import './theme/charger.css';
import './theme/chargers.css';
import './theme/limit.css';
import './theme/history/sums.css';
import './theme/history/bars.css';
import './theme/history/list.css';
import './theme/settings.css';
import './theme/licences.css';
import './theme/updates.css';
import './theme/session.css';
import './theme/prices.css';
import './theme/schedules.css';
import './theme/market.css';
import './theme/plan.css';
import './theme/forced-colors.css';
import './theme/print.css';
import { phrases } from 'first-language';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { speak } from '../shared/text/messages.ts';
import { App } from './App.tsx';
import type { Clock } from './app-context.ts';
import { callerOver, findBridge } from './bridge.ts';
import { paintersLater } from './charts/paint-later.ts';
import { firstPaint, idleAfter } from './first-paint.ts';
import { learnLanguage } from './page-language.ts';
import { stateSource, whenKnown } from './use-app-state.ts';
import { BrokenView } from './views/BrokenView.tsx';

const after: Clock['after'] = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

const clock: Clock = {
  now: () => Date.now(),
  after,
  whenIdle: idleAfter(firstPaint({ after }), (then) => {
    const wait = requestIdleCallback(then);
    return () => cancelIdleCallback(wait);
  }),
};

function start(place: HTMLElement) {
  const root = createRoot(place);
  const bridge = findBridge(window);
  if (!bridge) {
    root.render(<BrokenView why="noBridge" />);
    return;
  }
  const { paintSession: paint, paintCurve } = paintersLater(async () => {
    // What is read first is painted first.
    await new Promise<void>((resolve) => clock.whenIdle(resolve));
    const { painters } = await import('./charts/painters.ts');
    return painters;
  });
  const appContext = {
    call: callerOver(bridge),
    clock,
    paint,
    paintCurve,
    formatOptions: {},
  };
  const source = stateSource(bridge, learnLanguage);
  whenKnown(source, clock, () =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <App appContext={appContext} source={source} />
        </StrictMode>,
      ),
    ),
  );
}

speak(phrases);
const place = document.getElementById('root');
if (place) start(place);
