import { type FormEvent, useRef, useState } from 'react';
import type { MarketChoice, OfferedSource } from '../../../shared/domain/price/market.ts';
import { wantsToken } from '../../../shared/domain/price/source.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { TextField } from '../basic/TextField.tsx';
import { areaNames } from './area-names.ts';
import { sourceName } from './source-names.ts';
import { TokenRows } from './TokenRows.tsx';
import { useTokenEntry } from './use-token-entry.ts';

interface Props {
  /** At least one. */
  readonly offered: readonly OfferedSource[];
  readonly chosen: MarketChoice | null;
  readonly platform: Platform;
  readonly onChoose: (choice: MarketChoice | null) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

const words = () => messages.market;
/** As the settings take it. */
const longestAddress = 1000;

/** Whose prices, and of which part of the market; who is asked then is said before. */
export function SourceForm({ offered, chosen, platform, onChoose, onCancel }: Props) {
  const { formatOptions } = useAppContext();
  const [draft, setDraft] = useState(() => startOf(offered, chosen));
  const form = useRef<HTMLFormElement>(null);
  const entry = useTokenEntry();
  const source = offered.find(({ id }) => id === draft.source) ?? offered[0];
  if (!source) return null;
  const codes = source.areas.map(({ code }) => code);
  const area = areaFor(codes, draft.area, formatOptions.numberLocale);
  const host = source.areas.find(({ code }) => code === area)?.host ?? source.host;
  const address = draft.address.trim();
  const isKept = chosen?.source === source.id;
  const submit = async (untilQuit = false) => {
    if (area === undefined) return;
    const { id } = source;
    if (wantsToken(id)) {
      const how = { source: id, isOptional: isKept, untilQuit };
      if (!(await entry.save(form.current, how))) return;
    }
    const choice = { source: id, area };
    if (source.host !== undefined) onChoose(choice);
    else if (address !== '') onChoose({ ...choice, address });
  };
  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label={words().source}
        options={offered.map(({ id }) => [id, sourceName(id)] as const)}
        value={source.id}
        onChoose={(id) => setDraft({ ...draft, source: id })}
      />
      {source.host === undefined ? (
        <TextField
          label={words().address}
          hint={words().addressHint}
          longest={longestAddress}
          value={draft.address}
          onChange={(text) => setDraft({ ...draft, address: text })}
        />
      ) : (
        <Select
          label={words().area}
          options={areaNames(codes, messages.code)}
          value={area ?? ''}
          onChoose={(code) => setDraft({ ...draft, area: code })}
        />
      )}
      {source.wantsToken && (
        <TokenRows
          key={source.id}
          {...{ entry, platform }}
          isOptional={isKept}
          onUntilQuit={() => void submit(true)}
        />
      )}
      <p className="soft small">{privacyOf(source, host, platform)}</p>
      {source.id === 'nordPool' && <p className="soft small">{words().nordPoolTerms}</p>}
      <div className="buttons">
        <ActionButton
          look="main"
          submits
          disabled={entry.isSaving || (source.host === undefined && address === '')}
        >
          {words().use}
        </ActionButton>
        {onCancel && <ActionButton onPress={onCancel}>{words().cancel}</ActionButton>}
        {chosen && (
          <ActionButton look="word" onPress={() => onChoose(null)}>
            {words().stop}
          </ActionButton>
        )}
      </div>
    </form>
  );
}

/** Who is asked, and what they hear. */
function privacyOf(source: OfferedSource, host: string | undefined, platform: Platform): string {
  if (host === undefined) return words().addressPrivacy;
  if (!source.wantsToken) return words().privacy(host);
  return messages.priceToken.privacy({ host, keychain: messages.keychainNames[platform] });
}

interface Draft {
  readonly source: string;
  readonly area: string;
  readonly address: string;
}

function startOf(offered: readonly OfferedSource[], chosen: MarketChoice | null): Draft {
  const { source = offered[0]?.id ?? '', area = '', address = '' } = chosen ?? {};
  return { source, area, address };
}

/** The one that was chosen, else the first of the country by whose customs numbers are written here. */
function areaFor(
  codes: readonly string[],
  chosen: string,
  locale: string | undefined,
): string | undefined {
  if (codes.includes(chosen)) return chosen;
  const region = locale === undefined ? undefined : new Intl.Locale(locale).region;
  const near = region && codes.find((code) => code.startsWith(region));
  return near || areaNames(codes, messages.code)[0]?.[0];
}
