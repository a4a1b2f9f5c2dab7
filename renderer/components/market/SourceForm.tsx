import { type FormEvent, useState } from 'react';
import type { MarketChoice, OfferedSource } from '../../../shared/domain/price/market.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { areaNames } from './area-names.ts';
import { sourceName } from './source-names.ts';

interface Props {
  /** At least one. */
  readonly offered: readonly OfferedSource[];
  readonly chosen: MarketChoice | null;
  readonly onChoose: (choice: MarketChoice | null) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

const words = () => messages.market;

/** Whose prices, and of which part of the market; who is asked then is said before. */
export function SourceForm({ offered, chosen, onChoose, onCancel }: Props) {
  const { formatOptions } = useAppContext();
  const [draft, setDraft] = useState(() => startOf(offered, chosen));
  const source = offered.find(({ id }) => id === draft.source) ?? offered[0];
  if (!source) return null;
  const areas = areaNames(source.areas, messages.code);
  const area = source.areas.includes(draft.area)
    ? draft.area
    : (likely(source, formatOptions.numberLocale) ?? areas[0]?.[0]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (area !== undefined) onChoose({ source: source.id, area });
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <Select
        label={words().source}
        options={offered.map(({ id }) => [id, sourceName(id)] as const)}
        value={source.id}
        onChoose={(id) => setDraft({ ...draft, source: id })}
      />
      <Select
        label={words().area}
        options={areas}
        value={area ?? ''}
        onChoose={(code) => setDraft({ source: source.id, area: code })}
      />
      <p className="soft small">{words().privacy(source.host)}</p>
      <div className="buttons">
        <ActionButton look="main" submits>
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

interface Draft {
  readonly source: string;
  readonly area: string;
}

function startOf(offered: readonly OfferedSource[], chosen: MarketChoice | null): Draft {
  return chosen ?? { source: offered[0]?.id ?? '', area: '' };
}

/** The first area of the country by whose customs numbers are written here. */
function likely({ areas }: OfferedSource, locale: string | undefined): string | undefined {
  const region = locale === undefined ? undefined : new Intl.Locale(locale).region;
  return region && areas.find((code) => code.startsWith(region));
}
