import { useRef, useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { MarketChoice, MarketView } from '../../shared/domain/price/market.ts';
import type { HistoryCharger } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { listOf } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext, useTell } from '../app-context.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { Note } from '../components/basic/Note.tsx';
import { Select } from '../components/basic/Select.tsx';
import { historyKeyOf } from '../components/history/charger-key.ts';
import { useChargers } from '../components/history/use-chargers.ts';
import { withEntry } from '../components/prices/draft.ts';
import type { FollowedMarket } from '../components/prices/hourly-draft.ts';
import { PriceForm } from '../components/prices/PriceForm.tsx';
import { PriceList } from '../components/prices/PriceList.tsx';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useFetched } from '../use-fetched.ts';
import type { Place, Places } from '../use-place.ts';

type Here = Extract<Place, { view: 'prices' }>;

interface Props {
  readonly state: AppState;
  readonly here: Here;
  readonly places: Places;
}

const words = () => messages.prices;
/** As many as the app keeps of one charger. */
const most = 200;

/** What a kWh costs and did cost, for each charger. */
export function PricesView({ state, here, places }: Props) {
  const { charger } = here;
  const chargers = useChargers(state);
  const one = chargers.find(({ key }) => key === charger);
  return (
    <>
      <div>
        <ViewTitle>{words().title}</ViewTitle>
        {chargers.length === 1 && <p className="soft">{one?.name}</p>}
      </div>
      {chargers.length > 1 && (
        <Select
          label={messages.history.charger}
          isLabelHidden
          options={chargers.map(({ key, name }) => [key, name] as const)}
          value={charger}
          onChoose={(key) => places.amend({ ...here, charger: key })}
        />
      )}
      <Prices
        key={charger}
        state={state}
        charger={charger}
        chargers={chargers}
        onChooseMarket={() => places.go({ view: 'market' })}
      />
    </>
  );
}

interface PricesProps {
  readonly state: AppState;
  readonly charger: string;
  /** All that a price may be for. */
  readonly chargers: readonly HistoryCharger[];
  readonly onChooseMarket: () => void;
}

function Prices({ state, charger, chargers, onChooseMarket }: PricesProps) {
  const { clock, formatOptions } = useAppContext();
  const tell = useTell();
  const [isAdding, setAdding] = useState(false);
  const [saves, setSaves] = useState(0);
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const changes = state.market?.changes ?? -1;
  const market = useFetched('getMarket', undefined, changes).answer;
  const isReturning = useRef(false);
  const { answer } = useFetched('getPrices', { charger }, state.history.changes + saves);
  if (!answer) return null;
  const save = async (entries: readonly PriceEntry[]) => {
    const got = await tell('setPrices', { charger, entries: [...entries] });
    if (!got.ok) return;
    setSaves((count) => count + 1);
    close();
  };
  const add = async (entry: PriceEntry, isForAll: boolean) => {
    const others = isForAll ? chargers.filter(({ key }) => key !== charger) : [];
    const failed: string[] = [];
    // Each is whole by itself; whichever is not saved is said.
    for (const { key, name } of others) {
      const before = await tell('getPrices', { charger: key });
      const entries = before.ok ? [...withEntry(before.value, entry)] : undefined;
      const got = entries && (await tell('setPrices', { charger: key, entries }));
      if (!got?.ok) failed.push(name);
    }
    setUnsaved(failed);
    await save(withEntry(answer, entry));
  };
  const close = () => {
    isReturning.current = isAdding;
    setAdding(false);
  };
  return (
    <div className="card">
      <p className="soft small">{words().intro}</p>
      <PriceList
        entries={answer}
        changes={changes}
        onRemove={(gone) => void save(answer.filter((entry) => entry !== gone))}
      />
      {!isRead(answer, state.settings.market, clock.now()) && (
        <Note
          tone="needs"
          help={<ActionButton onPress={onChooseMarket}>{words().hourly.chooseMarket}</ActionButton>}
        >
          {words().hourly.notRead}
        </Note>
      )}
      {isAdding ? (
        <PriceForm
          currency={answer.at(-1)?.currency ?? currencyOf(state, charger)}
          market={followedOf(market)}
          changes={changes}
          hasOthers={chargers.length > 1}
          onSave={(entry, isForAll) => void add(entry, isForAll)}
          onClose={close}
          onChooseMarket={onChooseMarket}
        />
      ) : (
        <ActionButton
          // The form had the focus and is gone; it goes back to where it came from.
          ref={(button) => {
            if (button && isReturning.current) button.focus();
            isReturning.current = false;
          }}
          disabled={answer.length >= most}
          onPress={() => setAdding(true)}
        >
          {words().add}
        </ActionButton>
      )}
      {unsaved.length > 0 && (
        <Note tone="needs">{words().notSavedFor(listOf(unsaved, formatOptions))}</Note>
      )}
      <p role="status" className="soft small">
        {answer.length >= most && words().full}
        {saves > 0 && !isAdding && answer.length < most && words().saved}
      </p>
    </div>
  );
}

/** Whether what is paid now can be known: by a market that its owner has chosen, or by none. */
function isRead(entries: readonly PriceEntry[], chosen: MarketChoice | null, now: number): boolean {
  const { tariff } = entries.findLast(({ from }) => from <= now) ?? {};
  if (tariff?.kind !== 'hourly') return true;
  const { area, source } = tariff.market;
  return chosen?.source === source && chosen.area === area;
}

function followedOf(market: MarketView | null | undefined): FollowedMarket | undefined {
  if (!market) return undefined;
  const { area, source } = market.choice;
  const { currency, vatIncluded } = market.told ?? {};
  return { area: { source, area }, currency, vatIncluded };
}

/** The currency that a charger's own price is in, or the one most owners have. */
function currencyOf({ chargers }: AppState, key: string): string {
  const charger = chargers.find((one) => historyKeyOf(one) === key);
  return (charger && lastObservation(charger.reading)?.price?.currency) ?? 'EUR';
}
