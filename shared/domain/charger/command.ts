import type { Failure } from '../failure.ts';
import type { SolarMode } from './observation.ts';
import type { ChargerStateName } from './status.ts';

/** Everything that may be asked of a charger. There is deliberately no way to say "factory reset". */
export type Command =
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'backToSchedule' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  /** Whole amperes, never 0; below zero for what the vehicle gives back. */
  | { readonly kind: 'setLimit'; readonly limitA: number }
  | { readonly kind: 'setSolarMode'; readonly mode: SolarMode }
  /** In the charger's own currency. */
  | { readonly kind: 'setPrice'; readonly perKwh: number }
  | { readonly kind: 'reboot' }
  | { readonly kind: 'updateSoftware' };

export type CommandKind = Command['kind'];

/**
 * Who wants it: somebody who presses something, a plan of theirs, or a program. What a person has
 * pressed here need not be told to them once more.
 */
export type CommandOrigin = 'person' | 'plan' | 'automation';

/**
 * How far a command has come. Only a reading confirms it, and only readings make it not confirmed:
 * while nobody could read, nothing is claimed.
 */
export type CommandProgress =
  | (Asked & { readonly phase: 'sending' })
  | (Asked & {
      readonly phase: 'sent';
      /** The reply was lost: it may have been carried out, or never have arrived. */
      readonly outcome?: 'unknown' | undefined;
      /** A reading that could have confirmed it showed something else. */
      readonly contradicted?: true | undefined;
    })
  | (Asked & { readonly phase: 'confirmed' })
  | (Asked & {
      readonly phase: 'notConfirmed';
      /** No reading could have told: this says nothing about the charger. */
      readonly unread?: true | undefined;
    })
  | (Asked & { readonly phase: 'failed'; readonly why: Failure });

interface Asked {
  readonly command: Command;
  /** When this phase began, epoch ms. */
  readonly at: number;
  /** The state in which the command was asked. */
  readonly from?: ChargerStateName | undefined;
  /** Absent: a person. */
  readonly origin?: Exclude<CommandOrigin, 'person'> | undefined;
}
