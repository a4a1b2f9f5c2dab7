import { messages } from '../../../shared/text/messages.ts';

/** Says that the app itself failed to do what was just asked. */
export function IpcError({ shown }: { readonly shown: boolean }) {
  return (
    <div role="alert">
      {shown && (
        <div className="note needs">
          <p>{messages.broken.notDone}</p>
        </div>
      )}
    </div>
  );
}
