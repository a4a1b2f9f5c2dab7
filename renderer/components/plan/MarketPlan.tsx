import { useRef, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { nameOf } from '../charger/view-model.ts';
import { PlanPanel } from './PlanPanel.tsx';
import { ContinuePlan, PlanSaid, usePlanWords } from './PlanSaid.tsx';
import type { Planning } from './planning.ts';

/** A charger that can charge by price. */
export interface Planned {
  readonly charger: ChargerState;
  readonly planning: Planning;
}

interface Props {
  /** At least one. */
  readonly all: readonly Planned[];
  readonly shown: Planned;
  readonly onChoose: (chargerId: string) => void;
}

const words = () => messages.plans;

/** The plan of a charger beside the prices it follows, and the way to set it. */
export function MarketPlan({ all, shown, onChoose }: Props) {
  const { charger } = shown;
  return (
    <section className="card market-plan" aria-label={words().titleOf(nameOf(charger))}>
      <h2>{words().titleOf(nameOf(charger))}</h2>
      {all.length > 1 && (
        <Select
          label={messages.history.charger}
          isLabelHidden
          options={all.map((one) => [one.charger.id, nameOf(one.charger)] as const)}
          value={charger.id}
          onChoose={onChoose}
        />
      )}
      <Plan key={charger.id} {...shown} />
    </section>
  );
}

function Plan({ charger, planning }: Planned) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const said = usePlanWords(charger.plan);
  const onClose = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      {planning.settings.isOn ? (
        <div className={said.isInTrouble ? 'plan-result needs' : 'plan-result'}>
          <PlanSaid words={said} />
        </div>
      ) : (
        <p className="soft">{words().form.modes.off}</p>
      )}
      <div className="buttons">
        {planning.settings.isOn && <ContinuePlan charger={charger} />}
        <ActionButton
          ref={button}
          expanded={isOpen}
          name={words().changeOf(nameOf(charger))}
          onPress={() => setOpen(true)}
        >
          {words().change}
        </ActionButton>
      </div>
      {isOpen && <PlanPanel {...{ charger, planning, onClose }} />}
    </>
  );
}
