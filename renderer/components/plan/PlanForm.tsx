import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { priceUnit } from '../../../shared/text/unit-price.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import { MoreFields } from './MoreFields.tsx';
import { PlanFields } from './PlanFields.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import type { Planning } from './planning.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly chargerId: string;
  readonly title: string;
  readonly planning: Planning;
  /** ISO 4217: of the prices by which it is planned. */
  readonly currency: string;
  readonly onClose: () => void;
}

const words = () => messages.plans.form;

/** How a charger charges by price, and what that would come to. */
export function PlanForm({ chargerId, title, planning, currency, onClose }: Props) {
  const tell = useTell();
  const drafting = useDraft(planning.settings, currency);
  const { draft, change, faults, isUntouched, tries } = drafting;
  const [isMore, setMore] = useState(() => hasMore(drafting.draft));
  const form = useFocus(tries);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const plan = drafting.take();
    if (!plan.ok) {
      if (plan.failure.atOnce || plan.failure.highest) setMore(true);
      return;
    }
    const saved = await tell('setPlan', { chargerId, plan: plan.value });
    if (saved.ok) onClose();
  };
  const fields = { draft, change, faults, unit: priceUnit(currency).name };
  const isOff = draft.mode === 'off';
  return (
    <form
      ref={form}
      className="plan-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => void save(event)}
      // What somebody has typed goes only with Cancel.
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && isUntouched && onClose()}
      {...takesEscape}
    >
      <PlanFields {...fields} />
      {!isOff && (
        <>
          <div>
            <ActionButton look="word" expanded={isMore} onPress={() => setMore(!isMore)}>
              {words().more}
            </ActionButton>
          </div>
          {isMore && <MoreFields {...fields} />}
          <PlanPreview {...{ chargerId }} plan={drafting.shown} changes={planning.changes} />
        </>
      )}
      <div className="buttons">
        <ActionButton look="main" submits>
          {words().save}
        </ActionButton>
        <ActionButton onPress={onClose}>{messages.market.cancel}</ActionButton>
      </div>
    </form>
  );
}

/** What is set is in sight. */
function hasMore({ notBefore, atOnce, highest, remindAt }: ReturnType<typeof useDraft>['draft']) {
  return [notBefore, atOnce, highest, remindAt].some((typed) => typed !== '');
}

/** The first field that is wrong takes the focus; at the beginning what is chosen does. */
function useFocus(tries: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wanted = tries > 0 ? '[aria-invalid="true"]' : 'input:checked';
    form.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [tries]);
  return form;
}
