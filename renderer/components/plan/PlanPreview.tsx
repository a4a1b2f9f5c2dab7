import type { PlanSettings, PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { messages } from '../../../shared/text/messages.ts';
import { planPower } from '../../../shared/text/plan-text.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { PlanSaid, usePlanWords } from './PlanSaid.tsx';

interface Props {
  readonly chargerId: string;
  readonly plan: PlanSettings;
  readonly changes: number;
}

const quarterMs = 900_000;

/** What a plan would come to. The one before stays until the next is there, so that nothing jumps. */
export function PlanPreview({ chargerId, plan, changes }: Props) {
  const { clock } = useAppContext();
  // In a form that stays open the present moves on.
  const asOf = changes + Math.floor(clock.now() / quarterMs);
  const { answer } = useFetched('previewPlan', { chargerId, plan }, asOf);
  return (
    <div className="plan-preview" role="status">
      {answer && <Previewed view={answer} />}
      {answer === null && <p className="soft">{messages.plans.form.noPreview}</p>}
    </div>
  );
}

function Previewed({ view }: { readonly view: PlanView }) {
  const { formatOptions } = useAppContext();
  const words = usePlanWords(view, { isPreview: true });
  const hasForecast = view.blocks.some(({ isForecast }) => isForecast);
  return (
    <>
      <PlanSaid words={words} />
      {hasForecast && <p className="soft">{messages.market.cheapest.forecast}</p>}
      <p className="soft">{planPower(view, formatOptions)}</p>
    </>
  );
}
