import type { Confirmed } from '../../../shared/domain/account/sign-in.ts';
import type { AddFailure } from '../../../shared/ipc/contract.ts';
import type { SaidFailure } from '../../../shared/text/sign-in-text.ts';

type Of<Kind extends AddFailure['kind']> = Extract<AddFailure, { readonly kind: Kind }>;

/** What the form shows after an attempt: a question, a field that is wrong, or a sentence. */
export type Step =
  | { readonly kind: 'typing' }
  | { readonly kind: 'certificate'; readonly asked: Of<'confirmCertificate'> }
  | { readonly kind: 'otherCharger'; readonly asked: Of<'otherCharger'> }
  | { readonly kind: 'wrongField'; readonly field: string }
  | { readonly kind: 'said'; readonly why: SaidFailure };

/** Which step follows from the answer to the last attempt. */
export function stepAfter(trouble: SignInTrouble | undefined): Step {
  if (!trouble) return { kind: 'typing' };
  const { why } = trouble;
  switch (why.kind) {
    case 'confirmCertificate':
      return { kind: 'certificate', asked: why };
    case 'otherCharger':
      return { kind: 'otherCharger', asked: why };
    case 'badField':
      return { kind: 'wrongField', field: why.field };
    case 'cancelled':
      return { kind: 'typing' };
    default:
      return { kind: 'said', why };
  }
}

/** Whether the form waits for a yes or a no. */
export function isQuestion({ kind }: Step): boolean {
  return kind === 'certificate' || kind === 'otherCharger';
}

/** A new object for each attempt, so that the same trouble twice is said twice. */
export interface SignInTrouble {
  readonly why: AddFailure | { readonly kind: 'noAnswer' };
  /** What its owner had said yes to in that attempt; the next yes comes on top. */
  readonly confirmed: Confirmed | undefined;
}
