import type { SessionSource } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';

const eye =
  'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z';
const cloud = 'M4.5 12.2a3 3 0 0 1-.3-5.9 4 4 0 0 1 7.7.7 2.7 2.7 0 0 1-.4 5.2z';

const shapes: Record<SessionSource, readonly string[]> = {
  recorded: [eye],
  cloud: [cloud],
  both: [eye, cloud],
};

/** Who knows of a charge, as a shape; in words when it is pointed at, in focus, or heard. */
export function SourceMark({ source }: { readonly source: SessionSource }) {
  return (
    <span className="source-mark">
      {shapes[source].map((shape) => (
        <svg key={shape} viewBox="0 0 16 16" aria-hidden="true">
          <path d={shape} />
        </svg>
      ))}
      <span className="source-words">{messages.sources[source]}</span>
    </span>
  );
}
