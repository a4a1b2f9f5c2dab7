import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { messages } from '../../../shared/text/messages.ts';
import { type PlanTelling, type PlanWords, planWords } from '../../../shared/text/plan-text.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

type PlanTold = Pick<PlanTelling, 'isPreview'>;

/** A plan as a sentence; undefined while it is worked out. */
export function usePlanWords(plan: PlanView | undefined, how: PlanTold = {}): PlanWords {
  const { clock, formatOptions } = useAppContext();
  if (plan) return planWords(plan, { now: clock.now(), formatOptions, ...how });
  return { head: messages.plans.planning, aims: [], facts: [], notes: [], isInTrouble: false };
}

interface Props {
  readonly words: PlanWords;
  /** Without what its owner has said themselves: on a card every line counts. */
  readonly isShort?: boolean;
}

/** When, how much, what it costs, what it saves, where it is kept, and what stands in the way. */
export function PlanSaid({ words, isShort = false }: Props) {
  const { head, aims, facts, notes } = words;
  const said = isShort ? facts : [...aims, ...facts];
  return (
    <div className="plan-said">
      <p className="plan-head">{head}</p>
      {said.length > 0 && <p className="soft">{said.join(' · ')}</p>}
      {notes.map((note) => (
        <p key={note} className="plan-note">
          {note}
        </p>
      ))}
    </div>
  );
}

/** Only while somebody has taken over. */
export function ContinuePlan({ charger }: { readonly charger: ChargerState }) {
  const tell = useTell();
  if (charger.plan?.status.kind !== 'suspended') return null;
  return (
    <ActionButton onPress={() => void tell('continuePlan', { chargerId: charger.id })}>
      {messages.plans.continue}
    </ActionButton>
  );
}
