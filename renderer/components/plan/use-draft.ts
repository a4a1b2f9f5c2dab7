import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { Result } from '../../../shared/result.ts';
import { priceUnit } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { draftOf, type PlanDraft, type PlanFaults, planOf } from './draft.ts';

/** A plan that is being set. */
export interface Drafting {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly isUntouched: boolean;
  /** What is wrong with what was typed, once the typing has paused. */
  readonly faults: PlanFaults;
  /** Counts how often somebody wanted to save what is not sound. */
  readonly tries: number;
  /** The last sound plan that was typed. */
  readonly shown: PlanSettings;
  /** What is typed now; where it is not sound, its faults are told from here on. */
  readonly take: () => Result<PlanSettings, PlanFaults>;
}

const pauseMs = 400;

/** Judges what is typed when the typing pauses: a number half typed is no fault yet. */
export function useDraft(settings: PlanSettings, currency: string): Drafting {
  const { clock, formatOptions } = useAppContext();
  const { locale, numberLocale = locale } = formatOptions;
  const unit = priceUnit(currency);
  // What it was opened with: whatever comes meanwhile must not change what is being typed.
  const [before] = useState(settings);
  const [start] = useState(() => draftOf(before, { unit, locale: numberLocale }));
  const [draft, setDraft] = useState(start);
  const [judged, setJudged] = useState(start);
  const [tries, setTries] = useState(0);
  const shown = useRef<PlanSettings>({ ...before, isOn: true });
  useEffect(
    () => (draft === judged ? undefined : clock.after(pauseMs, () => setJudged(draft))),
    [clock, draft, judged],
  );
  const result = useMemo(
    () => planOf(judged, before, priceUnit(currency)),
    [judged, before, currency],
  );
  if (result.ok) shown.current = result.value;
  return {
    draft,
    change: (part) => setDraft({ ...draft, ...part }),
    isUntouched: draft === start,
    faults: result.ok ? {} : result.failure,
    tries,
    shown: shown.current,
    take: () => {
      const taken = planOf(draft, before, unit);
      setJudged(draft);
      if (!taken.ok) setTries(tries + 1);
      return taken;
    },
  };
}
