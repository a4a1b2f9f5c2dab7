import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import type { BrokerChoice, BrokerFailure } from '../../../shared/domain/app/broker.ts';
import type { Reply, Request } from '../../../shared/ipc/contract.ts';
import { useTell } from '../../app-context.ts';
import { type BrokerDraft, type BrokerFaults, draftOf, settled, wishOf } from './draft.ts';

/** What the last attempt came to. */
export type Outcome =
  | { readonly kind: 'works'; readonly broker: string | undefined }
  | { readonly kind: 'failed'; readonly why: BrokerFailure }
  | {
      readonly kind: 'asks';
      readonly offered: CertificateFacts;
      readonly known: CertificateFacts | undefined;
    }
  /** There is no safe place for the password. */
  | { readonly kind: 'noPlace' };

export interface BrokerEntry {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly draft: BrokerDraft;
  readonly change: (part: Partial<BrokerDraft>) => void;
  /** Puts an address that was entered in one go into its fields. */
  readonly settle: () => void;
  readonly faults: BrokerFaults;
  readonly busy: 'test' | 'save' | undefined;
  readonly outcome: Outcome | undefined;
  readonly isTouched: boolean;
  /** Something was entered: what is under way, or was said, is about another form than this one. */
  readonly touch: () => void;
  readonly test: () => Promise<void>;
  readonly save: (how: { readonly untilQuit: boolean }) => Promise<void>;
  /** The certificate in question is the broker's. */
  readonly trust: () => Promise<void>;
  readonly refuse: () => void;
}

/** The name of the field for the password, of which the page's state knows nothing. */
export const passwordField = 'password';

export function useBrokerForm(choice: BrokerChoice | null, onSaved: () => void): BrokerEntry {
  const tell = useTell();
  const [draft, setDraft] = useState(() => draftOf(choice));
  const [isTouched, setTouched] = useState(false);
  const { form, faults, setFaults, refused } = useFaults();
  const { busy, outcome, begin, end, drop } = useAttempt();

  const orderOf = (given: BrokerDraft) => {
    const now = settled(given);
    setDraft(now);
    const password = passwordIn(form.current);
    const wish = wishOf(now, password);
    if (!wish.ok) refused(wish.failure);
    else setFaults({});
    return wish.ok ? { wish: wish.value, ...(password !== '' && { password }) } : undefined;
  };
  const testOf = async (given: BrokerDraft) => {
    const order = busy === undefined ? orderOf(given) : undefined;
    if (!order) return;
    const mine = begin('test');
    const got = await tell('testBroker', order);
    end(mine, got.ok ? outcomeOf(got.value, order) : undefined);
  };
  const save = async ({ untilQuit }: { readonly untilQuit: boolean }) => {
    const order = busy === undefined ? orderOf(draft) : undefined;
    if (!order) return;
    const mine = begin('save');
    const got = await tell('setBroker', { ...order, untilQuit });
    const isKept = got.ok && got.value.ok;
    const isNewest = end(mine, got.ok && !isKept ? { kind: 'noPlace' } : undefined);
    if (isKept && isNewest) onSaved();
  };
  const trust = async () => {
    const wish = wishOf(draft, '');
    if (outcome?.kind !== 'asks' || !wish.ok) return;
    await testOf({ ...draft, trusted: { ...wish.value.address, certificate: outcome.offered } });
  };
  return {
    ...{ form, draft, faults, busy, outcome, isTouched, save, trust },
    change: (part) => {
      setDraft({ ...draft, ...part });
      setFaults(without(faults, part));
    },
    settle: () => setDraft(settled(draft)),
    touch: () => {
      setTouched(true);
      drop();
    },
    test: () => testOf(draft),
    refuse: drop,
  };
}

/** What is wrong with the fields; the first of them takes the focus whenever it is found wrong. */
function useFaults() {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<BrokerFaults>({});
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const refused = (found: BrokerFaults) => {
    setFaults(found);
    setRefusals(refusals + 1);
  };
  return { form, faults, setFaults, refused };
}

/** One attempt at a time; what is answered after it was dropped is about something else. */
function useAttempt() {
  const [busy, setBusy] = useState<'test' | 'save'>();
  const [outcome, setOutcome] = useState<Outcome>();
  const underWay = useRef<object>(undefined);
  return {
    busy,
    outcome,
    begin: (kind: 'test' | 'save'): object => {
      const mine = {};
      underWay.current = mine;
      setBusy(kind);
      // A question stays in sight until its answer has an answer.
      if (outcome?.kind !== 'asks') setOutcome(undefined);
      return mine;
    },
    end: (mine: object, next: Outcome | undefined): boolean => {
      if (underWay.current !== mine) return false;
      underWay.current = undefined;
      setBusy(undefined);
      setOutcome(next);
      return true;
    },
    drop: () => {
      underWay.current = undefined;
      setBusy(undefined);
      setOutcome(undefined);
    },
  };
}

function outcomeOf(got: Reply<'testBroker'>, { wish }: Request<'testBroker'>): Outcome {
  if (got.ok) return { kind: 'works', broker: got.value.broker };
  const why = got.failure;
  if (why.kind !== 'untrusted' && why.kind !== 'certificateChanged') return { kind: 'failed', why };
  return { kind: 'asks', offered: why.offered, known: wish.address.certificate };
}

function without(faults: BrokerFaults, changed: object): BrokerFaults {
  return Object.fromEntries(Object.entries(faults).filter(([field]) => !(field in changed)));
}

function passwordIn(form: HTMLFormElement | null): string {
  const entered = new FormData(form ?? undefined).get(passwordField);
  return typeof entered === 'string' ? entered : '';
}
