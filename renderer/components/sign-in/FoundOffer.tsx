import type { FoundSettings } from '../../../shared/domain/account/sign-in.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

interface Props {
  readonly brand: Brand;
  readonly found: FoundSettings;
  readonly used: boolean;
  /** Uses them, or no longer. */
  readonly onUse: (use: boolean) => void;
}

/** Offers settings that another program left on this computer. A secret among them is not shown. */
export function FoundOffer({ brand, found, used, onUse }: Props) {
  const { from, fields, secretFields, skipped } = found;
  const labels = secretFields.map((name) => brandFormWords(brand).fields[name] ?? name);
  const offered = [
    messages.foundSettings.found({ from, shown: Object.values(fields) }),
    ...labels.map((label) => messages.foundSettings.secret(label)),
  ].join(' ');
  const hasSome = Object.keys(fields).length > 0 || secretFields.length > 0;
  return (
    <div className="found small">
      {hasSome && (
        // The button stays the same one, so that focus stays where it is.
        <div className="note">
          <p role="status">{used ? messages.foundSettings.used(labels) : offered}</p>
          <ActionButton onPress={() => onUse(!used)}>
            {used ? messages.foundSettings.undo : messages.foundSettings.use}
          </ActionButton>
        </div>
      )}
      {skipped.map((file) => (
        <p key={file} className="soft">
          {messages.foundSettings.skipped(file)}
        </p>
      ))}
    </div>
  );
}
