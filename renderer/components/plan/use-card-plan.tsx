import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { nameOf } from '../charger/view-model.ts';
import { blockedAltogether } from '../controls/offers.ts';
import { ContinuePlan, PlanSaid, usePlanWords } from './PlanSaid.tsx';
import type { Planning } from './planning.ts';

/** The parts of a card that are about charging by price, by where they stand. */
export interface CardPlan {
  /** What is planned, while something is, and the form to change it. */
  readonly row: ReactNode;
  /** Among the words of the foot: the way to begin with it. */
  readonly word: ReactNode;
  /** Under the foot: the form that it opens. */
  readonly panel: ReactNode;
}

const words = () => messages.plans;

/** Charging by price on a card. One that does not want it loses no line to it. */
export function useCardPlan(charger: ChargerState, planning: Planning | undefined): CardPlan {
  const later = useControls();
  // By where it was opened: a plan that the tray switches on must not take away what was typed.
  const [open, setOpen] = useState<'row' | 'panel'>();
  const button = useRef<HTMLButtonElement>(null);
  if (!planning) return { row: null, word: null, panel: null };
  const { isOn } = planning.settings;
  const onClose = () => {
    setOpen(undefined);
    button.current?.focus();
  };
  const form = later && open && <later.PlanPanel {...{ charger, planning, onClose }} />;
  const isOffered = !isOn && blockedAltogether(charger.reading) === undefined;
  return {
    row: (
      <>
        {isOn && (
          <PlanRow
            {...{ charger, planning, button }}
            isOpen={!!open}
            onPress={() => setOpen('row')}
          />
        )}
        {open === 'row' && form}
      </>
    ),
    word: isOffered && (
      <ActionButton
        ref={button}
        look="word"
        expanded={open !== undefined}
        name={words().titleOf(nameOf(charger))}
        onPress={() => setOpen(open ?? 'panel')}
      >
        {words().open}
      </ActionButton>
    ),
    panel: open === 'panel' && form,
  };
}

interface RowProps {
  readonly charger: ChargerState;
  readonly planning: Planning;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

function PlanRow({ charger, planning, button, isOpen, onPress }: RowProps) {
  const said = usePlanWords(charger.plan);
  const isInVain = charger.plan?.status.kind === 'noPrices' && !planning.hasMarket;
  return (
    <section
      className={said.isInTrouble ? 'plan-row needs' : 'plan-row'}
      aria-label={words().title}
    >
      <PlanSaid words={said} isShort />
      <ContinuePlan charger={charger} />
      {isInVain && (
        <ActionButton onPress={planning.onPrices}>{words().form.choosePrices}</ActionButton>
      )}
      <ActionButton
        ref={button}
        look="word"
        expanded={isOpen}
        name={words().changeOf(nameOf(charger))}
        onPress={onPress}
      >
        {words().change}
      </ActionButton>
    </section>
  );
}
