import { windowText } from '../../../shared/text/window-text.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

interface Props {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Unfolds a charger that rests. */
export function ExpandButton({ name, open, onToggle }: Props) {
  return (
    <ActionButton
      look="word"
      onPress={onToggle}
      expanded={open}
      name={open ? windowText.charger.hide(name) : windowText.charger.show(name)}
    >
      <svg className={open ? 'arrow up' : 'arrow'} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 6l4.5 4.5L12.5 6" />
      </svg>
    </ActionButton>
  );
}
