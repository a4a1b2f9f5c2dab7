import { useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { MarketView as Market, MarketChoice } from '../../shared/domain/price/market.ts';
import { clockTime } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext, useTell } from '../app-context.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { areaName } from '../components/market/area-names.ts';
import { CheapestTime } from '../components/market/CheapestTime.tsx';
import { orderOf, usualNeeds } from '../components/market/car-needs.ts';
import { aheadOf, shownSlots } from '../components/market/day-prices.ts';
import { MarketFailure } from '../components/market/MarketFailure.tsx';
import { PricePicture } from '../components/market/PricePicture.tsx';
import { PriceTable } from '../components/market/PriceTable.tsx';
import { SourceForm } from '../components/market/SourceForm.tsx';
import { sourceName } from '../components/market/source-names.ts';
import { TodayPrices } from '../components/market/TodayPrices.tsx';
import { MarketPlan } from '../components/plan/MarketPlan.tsx';
import { planningOf } from '../components/plan/planning.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useFetched } from '../use-fetched.ts';

const words = () => messages.market;
const quarterMs = 900_000;

/** What electricity costs now and next, as the market has it. */
export function MarketView({ state }: { readonly state: AppState }) {
  const tell = useTell();
  const [isChanging, setChanging] = useState(false);
  const { market: chosen } = state.settings;
  const market = useFetched('getMarket', undefined, state.market?.changes ?? -1).answer;
  const offered = useFetched('priceSources', undefined, 0).answer;
  const choose = (choice: MarketChoice | null) => {
    setChanging(false);
    void tell('changeSettings', { market: choice });
  };
  const isChoosing = !chosen || isChanging;
  return (
    <>
      <ViewTitle>{words().title}</ViewTitle>
      {isChoosing && offered && (
        <div className="card">
          {!chosen && <p className="soft">{words().intro}</p>}
          <SourceForm
            offered={offered}
            chosen={chosen}
            platform={state.app.platform}
            onChoose={choose}
            {...(chosen && { onCancel: () => setChanging(false) })}
          />
        </div>
      )}
      {chosen && !isChanging && (
        <Prices
          choice={chosen}
          market={market ?? undefined}
          state={state}
          onChange={() => setChanging(true)}
        />
      )}
    </>
  );
}

interface PricesProps {
  readonly choice: MarketChoice;
  /** Undefined until it has been fetched. */
  readonly market: Market | undefined;
  readonly state: AppState;
  readonly onChange: () => void;
}

function Prices({ choice, market, state, onChange }: PricesProps) {
  const { clock } = useAppContext();
  const [needs, setNeeds] = useState(() => usualNeeds(state));
  const changes = state.market?.changes ?? -1;
  // In a window that stays open the present moves on.
  const asOf = changes + Math.floor(clock.now() / quarterMs);
  const found = useFetched('cheapestTime', orderOf(needs), asOf).answer ?? undefined;
  const now = clock.now();
  const slots = aheadOf(shownSlots(market?.slots ?? []), now);
  const told = market?.told;
  const { all, shown, choose } = usePlanned(state);
  const isPlanned = shown?.planning.settings.isOn ?? false;
  const plan = isPlanned
    ? {
        blocks: shown?.charger.plan?.blocks ?? [],
        readyBy: shown?.charger.plan?.readyBy,
        isPlanned,
      }
    : { blocks: found?.blocks ?? [], isPlanned };
  return (
    <>
      <div className="card">
        <p className="soft small">
          {choice.address === undefined
            ? words().from({ source: sourceName(choice.source), area: areaName(choice.area) })
            : choice.address}
        </p>
        {market?.failure && (
          <MarketFailure
            failure={market.failure}
            source={choice.source}
            platform={state.app.platform}
          />
        )}
        {told && told.by !== choice.source && (
          <p className="soft small">{words().stepsIn(sourceName(told.by))}</p>
        )}
        {told && slots.length > 0 ? (
          <>
            <PricePicture {...{ slots, now, plan }} currency={told.currency} />
            <PriceTable {...{ slots, plan }} currency={told.currency} />
          </>
        ) : (
          <p className="soft">{market?.failure ? words().none : words().waiting}</p>
        )}
        {told && (
          <p className="soft small">{told.vatIncluded ? words().withVat : words().withoutVat}</p>
        )}
        <ActionButton onPress={onChange}>{words().change}</ActionButton>
      </div>
      {shown && <MarketPlan {...{ all, shown }} onChoose={choose} />}
      {told && !isPlanned && (
        <CheapestTime needs={needs} onChange={setNeeds} found={found} currency={told.currency} />
      )}
      {market && told && <Today market={market} told={told} now={now} />}
    </>
  );
}

/** Those that can charge by price, and the one that is shown: a plan that is on comes first. */
function usePlanned(state: AppState) {
  const [chosenId, choose] = useState<string>();
  const all = state.chargers.flatMap((charger) => {
    const planning = planningOf(state, charger, () => undefined);
    return planning ? [{ charger, planning }] : [];
  });
  const chosen = all.find(({ charger }) => charger.id === chosenId);
  const shown = chosen ?? all.find(({ planning }) => planning.settings.isOn) ?? all[0];
  return { all, shown, choose };
}

interface TodayProps {
  readonly market: Market;
  readonly told: NonNullable<Market['told']>;
  readonly now: number;
}

function Today({ market, told, now }: TodayProps) {
  const { formatOptions } = useAppContext();
  const until = market.slots.at(-1)?.until;
  return (
    <div className="card">
      <h2>{words().today}</h2>
      <TodayPrices slots={shownSlots(market.slots)} currency={told.currency} now={now} />
      <p className="soft small">
        {words().known({
          until: until === undefined ? '' : clockTime(until, now, formatOptions),
          updated: clockTime(told.at, now, formatOptions),
        })}
      </p>
      {told.attribution !== undefined && <p className="soft small">{told.attribution}</p>}
    </div>
  );
}
