import { useRef, useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { messages } from '../../shared/text/messages.ts';
import { useTell } from '../app-context.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { Select } from '../components/basic/Select.tsx';
import { historyKeyOf } from '../components/history/charger-key.ts';
import { useChargers } from '../components/history/use-chargers.ts';
import { withEntry } from '../components/prices/draft.ts';
import { PriceForm } from '../components/prices/PriceForm.tsx';
import { PriceList } from '../components/prices/PriceList.tsx';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useFetched } from '../use-fetched.ts';
import type { Place, Places } from '../use-place.ts';

type Here = Extract<Place, { view: 'prices' }>;

interface Props {
  readonly state: AppState;
  readonly here: Here;
  readonly amend: Places['amend'];
}

const words = () => messages.prices;
/** As many as the app keeps of one charger. */
const most = 200;

/** What a kWh costs and did cost, for each charger. */
export function PricesView({ state, here, amend }: Props) {
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
          onChoose={(key) => amend({ ...here, charger: key })}
        />
      )}
      <Prices key={charger} state={state} charger={charger} />
    </>
  );
}

interface PricesProps {
  readonly state: AppState;
  readonly charger: string;
}

function Prices({ state, charger }: PricesProps) {
  const tell = useTell();
  const [isAdding, setAdding] = useState(false);
  const [saves, setSaves] = useState(0);
  const isReturning = useRef(false);
  const { answer } = useFetched('getPrices', { charger }, state.history.changes + saves);
  if (!answer) return null;
  const save = async (entries: readonly PriceEntry[]) => {
    const got = await tell('setPrices', { charger, entries: [...entries] });
    if (!got.ok) return;
    setSaves((count) => count + 1);
    close();
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
        onRemove={(gone) => void save(answer.filter((entry) => entry !== gone))}
      />
      {isAdding ? (
        <PriceForm
          currency={answer.at(-1)?.currency ?? currencyOf(state, charger)}
          onSave={(entry) => void save(withEntry(answer, entry))}
          onClose={close}
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
      <p role="status" className="soft small">
        {answer.length >= most && words().full}
        {saves > 0 && !isAdding && answer.length < most && words().saved}
      </p>
    </div>
  );
}

/** The currency that a charger's own price is in, or the one most owners have. */
function currencyOf({ chargers }: AppState, key: string): string {
  const charger = chargers.find((one) => historyKeyOf(one) === key);
  return (charger && lastObservation(charger.reading)?.price?.currency) ?? 'EUR';
}
