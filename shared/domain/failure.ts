import type { CertificateFacts } from './account/certificate.ts';

/** Why a charger or its cloud said no to a command, as far as it is known. */
export type Refusal =
  /** The charger is locked: unlock first. */
  | 'locked'
  /** Another central system has the charger, over OCPP. */
  | 'foreignControl'
  /** This account may look but not command. */
  | 'noRight'
  /** It does not apply in the present state. */
  | 'notNow'
  /** The charger installs software; nothing may disturb it. */
  | 'updating'
  /** It was refused and nobody said why. */
  | 'noReason'
  /** The same, as long as no reading after it could tell. */
  | 'unclear';

/** Why a schedule was not stored in a charger. */
export type NotStored =
  /** It was taken without a word, and reading it back showed something else. */
  | 'ignored'
  /** Something in the list there is not understood: writing would lose it. Nothing was sent. */
  | 'unreadable'
  /** The owner's own schedules leave no room. Nothing was sent. */
  | 'full'
  /** It was written often enough today. Nothing was sent. */
  | 'tooOften';

/** Every failure that is expected. Exceptions are for bugs. */
export type Failure =
  /** `until` (epoch ms) where it is tried again by itself, after a long while. */
  | {
      readonly kind: 'signInNeeded';
      readonly cause: 'refused' | 'noSecret';
      readonly until?: number | undefined;
    }
  /** `until` is epoch ms. */
  | (MaybeSent & { readonly kind: 'rateLimited'; readonly until: number })
  | (MaybeSent & {
      readonly kind: 'unreachable';
      /** As far as it is known: nobody knows the name, or nobody listens at that port. */
      readonly why?: 'unknownName' | 'connectionRefused' | undefined;
    })
  | (MaybeSent & { readonly kind: 'timedOut' })
  /** The far end is up but in trouble (HTTP 5xx), and left alone `until` then (epoch ms). */
  | (MaybeSent & { readonly kind: 'serverError'; readonly until?: number | undefined })
  | (MaybeSent & { readonly kind: 'notUnderstood' })
  /** Another certificate than the one its owner has confirmed; nothing was sent. */
  | { readonly kind: 'certificateChanged'; readonly offered: CertificateFacts }
  /** Another charger than the known one answers at this address. Ids as their makers print them. */
  | { readonly kind: 'otherCharger'; readonly found: string; readonly known: string }
  /** It speaks no version of TLS that is still safe. */
  | { readonly kind: 'oldTls' }
  /** Something answers, but it is no charger of this make. */
  | { readonly kind: 'wrongDevice' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'notStored'; readonly why: NotStored }
  | { readonly kind: 'notSupported' }
  /** Its account does not know this charger, or no longer. */
  | { readonly kind: 'notFound' };

interface MaybeSent {
  /** A command had left when it failed: it may have been carried out all the same. */
  readonly sent?: true | undefined;
}

export type FailureKind = Failure['kind'];
