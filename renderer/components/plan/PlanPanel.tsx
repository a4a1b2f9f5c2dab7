import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { nameOf } from '../charger/view-model.ts';
import { historyKeyOf } from '../history/charger-key.ts';
import { PlanForm } from './PlanForm.tsx';
import type { Planning } from './planning.ts';

interface Props {
  readonly charger: ChargerState;
  readonly planning: Planning;
  readonly onClose: () => void;
}

const words = () => messages.plans;

/** Where a plan is set. Without prices there is nothing to plan by, and the way to them instead. */
export function PlanPanel({ charger, planning, onClose }: Props) {
  const { clock } = useAppContext();
  const { changes, hasMarket, onPrices } = planning;
  const market = useFetched('getMarket', undefined, changes).answer;
  const entries = useFetched('getPrices', { charger: historyKeyOf(charger) }, changes).answer;
  if (market === undefined || entries === undefined) return <div className="plan-place" />;
  const tariff = tariffNow(entries, clock.now());
  if (!hasMarket && !tariff) {
    const help = <ActionButton onPress={onPrices}>{words().form.choosePrices}</ActionButton>;
    return (
      <Note tone="quiet" help={help}>
        {words().form.needsPrices}
      </Note>
    );
  }
  const own = lastObservation(charger.reading)?.price?.currency;
  return (
    <PlanForm
      {...{ planning, onClose }}
      chargerId={charger.id}
      title={words().titleOf(nameOf(charger))}
      currency={tariff?.currency ?? market?.told?.currency ?? own ?? 'EUR'}
    />
  );
}

/** What is paid now, where that differs by the hour. */
function tariffNow(entries: readonly PriceEntry[], now: number): PriceEntry | undefined {
  const current = entries.findLast(({ from }) => from <= now);
  return current?.tariff.kind === 'flat' ? undefined : current;
}
