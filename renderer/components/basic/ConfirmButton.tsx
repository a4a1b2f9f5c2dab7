import { useEffect, useId, useRef, useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  /** What stands on the button, and on the button in the dialog unless `confirm` is given. */
  readonly label: string;
  readonly confirm?: string;
  readonly title: string;
  readonly body: string;
  readonly onConfirm: () => void;
  readonly disabled?: boolean;
  readonly reasonId?: string | undefined;
  readonly name?: string;
  readonly look?: 'plain' | 'word';
}

/** A button for what cannot be taken back: it asks once more. Escape and Cancel do nothing. */
export function ConfirmButton({ label, confirm = label, ...props }: Props) {
  const { title, body, onConfirm, disabled = false } = props;
  const [asking, setAsking] = useState(false);
  // What can no longer be done must not be asked again when it can.
  if (disabled && asking) setAsking(false);
  return (
    <>
      <ActionButton
        asks
        look={props.look ?? 'plain'}
        name={props.name}
        onPress={() => setAsking(true)}
        disabled={disabled}
        reasonId={props.reasonId}
      >
        {label}
      </ActionButton>
      {asking && (
        <Asked {...{ title, body, confirm, onConfirm }} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

interface AskedProps extends Pick<Props, 'title' | 'body' | 'onConfirm'> {
  readonly confirm: string;
  readonly onClose: () => void;
}

/** The question. Cancel comes first, so it has the focus. */
function Asked({ title, body, confirm, onConfirm, onClose }: AskedProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  // Closing gives the focus back, and only then is it gone from the page.
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`} className="dialog-title">
        {title}
      </h2>
      <p id={`${id}-body`} className="dialog-body">
        {body}
      </p>
      <div className="dialog-buttons">
        <button type="button" className="button plain" onClick={close}>
          {messages.window.confirm.cancel}
        </button>
        <button
          type="button"
          className="button main"
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
