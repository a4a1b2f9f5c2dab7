import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import type { Places } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

const words = () => messages.window.header;
const views = ['chargers', 'market', 'history'] as const;

/** The way between the views, and the command to look at the chargers at once. */
export function Header({ places }: { readonly places: Places }) {
  const tell = useTell();
  return (
    <header className="header">
      {places.canGoBack && (
        <ActionButton look="word" onPress={places.back} name={words().back}>
          <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3L5 8l5 5" />
          </svg>
        </ActionButton>
      )}
      <nav aria-label={words().views}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="tab"
            aria-current={places.here.view === view ? 'page' : undefined}
            onClick={() => places.go({ view })}
          >
            {words()[view]}
          </button>
        ))}
      </nav>
      <ActionButton
        look="word"
        onPress={() => void tell('refresh', undefined)}
        name={words().refresh}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.5M13.5 2v3.5H10" />
        </svg>
      </ActionButton>
      <button
        type="button"
        className="button word"
        aria-label={words().settings}
        aria-current={places.here.view === 'settings' ? 'page' : undefined}
        onClick={() => places.go({ view: 'settings' })}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 5.6a2.4 2.4 0 1 0 .01 0M8 1.4l.7 1.9 1.6.7 1.8-.9 1.2 1.2-.9 1.8.7 1.6 1.9.7v1.2l-1.9.7-.7 1.6.9 1.8-1.2 1.2-1.8-.9-1.6.7-.7 1.9H7.3l-.7-1.9-1.6-.7-1.8.9L2 12.9l.9-1.8-.7-1.6L.4 8.8V7.6l1.8-.7.7-1.6L2 3.5l1.2-1.2 1.8.9 1.6-.7.7-1.1z" />
        </svg>
      </button>
    </header>
  );
}
