import { AlertDialog } from '@base-ui/react/alert-dialog';
import { windowText } from '../../../shared/text/window-text.ts';
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
}

/** A button for what cannot be taken back: it asks once more. Escape and Cancel do nothing. */
export function ConfirmButton(props: Props) {
  const { label, confirm = label, title, body, onConfirm, disabled, reasonId } = props;
  if (disabled) {
    return (
      <ActionButton disabled reasonId={reasonId}>
        {label}
      </ActionButton>
    );
  }
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button plain" aria-label={props.name}>
        {label}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="veil" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-body">{body}</AlertDialog.Description>
          <div className="dialog-buttons">
            <AlertDialog.Close className="button plain">
              {windowText.confirm.cancel}
            </AlertDialog.Close>
            <AlertDialog.Close className="button main" onClick={onConfirm}>
              {confirm}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
