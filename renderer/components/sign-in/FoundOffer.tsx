import type { FoundSettings } from '../../../shared/domain/account/sign-in.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import { brandFormText } from '../../../shared/text/brand-form-text.ts';
import { foundText } from '../../../shared/text/sign-in-text.ts';
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
  const labels = secretFields.map((name) => brandFormText[brand].fields[name] ?? name);
  const offered = [
    foundText.found(from, Object.values(fields)),
    ...labels.map((label) => foundText.secret(label)),
  ].join(' ');
  const hasSome = Object.keys(fields).length > 0 || secretFields.length > 0;
  return (
    <div className="found small">
      {hasSome && (
        // The button stays the same one, so that focus stays where it is.
        <div className="note">
          <p role="status">{used ? foundText.used(labels) : offered}</p>
          <ActionButton onPress={() => onUse(!used)}>
            {used ? foundText.undo : foundText.use}
          </ActionButton>
        </div>
      )}
      {skipped.map((file) => (
        <p key={file} className="soft">
          {foundText.skipped(file)}
        </p>
      ))}
    </div>
  );
}
