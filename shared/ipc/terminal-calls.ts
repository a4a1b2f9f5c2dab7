import type { Command, CommandProgress } from '../domain/charger/command.ts';
import type { PlanChoice, PlanSettings, PlanView } from '../domain/price/charge-plan.ts';
import type { CommandFailure } from './contract.ts';

/** The form of requests and replies. A program of another one is refused, and says so. */
export const terminalVersion = 1;

/** What a command line may ask of a charger: what has a word of its own there. */
export type TerminalCommand = Extract<
  Command,
  { kind: 'pause' | 'resume' | 'lock' | 'unlock' | 'setLimit' | 'backToSchedule' }
>;

/** How far a command has come when its waiting ends. */
export type CommandOutcome =
  | { readonly kind: 'sent'; readonly progress: CommandProgress }
  | { readonly kind: 'confirmed' }
  /** Also where the time was over before any reading could tell. */
  | { readonly kind: 'notConfirmed'; readonly progress: CommandProgress }
  /** A newer command of the same matter came after it. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly failure: CommandFailure };

/** What is chosen for a charger, and what comes of it; null where there is none. */
export interface ToldPlan {
  readonly settings: PlanSettings | null;
  readonly view: PlanView | null;
  /** Without a source of prices a plan waits for ever. */
  readonly hasPrices: boolean;
}

/** A charger and what is to be done, and for how long (ms) its confirmation is waited for. */
interface Wanted {
  readonly chargerId: string;
  readonly waitMs?: number | undefined;
}

interface Call<Request, Reply> {
  readonly request: Request;
  readonly reply: Reply;
}

/** What a command line may ask of the running app. Nothing secret is among the replies. */
export interface TerminalCalls {
  /** What is believed of the chargers, in the form of the state file. */
  readonly chargers: Call<undefined, unknown>;
  /** The same at once and with every change, until the line is closed. */
  readonly watch: Call<undefined, null>;
  readonly execute: Call<Wanted & { readonly command: TerminalCommand }, CommandOutcome>;
  /** As the tray's menu does it; null where nothing was sent to the charger. */
  readonly choosePlan: Call<Wanted & { readonly choice: PlanChoice }, CommandOutcome | null>;
  readonly showPlan: Call<{ readonly chargerId: string }, ToldPlan>;
  readonly refresh: Call<undefined, null>;
  /** Everything that is known of past sessions is on the disk then; false where the disk refuses. */
  readonly settleHistory: Call<undefined, boolean>;
}

export type TerminalCallName = keyof TerminalCalls;
export type TerminalRequest<Name extends TerminalCallName> = TerminalCalls[Name]['request'];
export type TerminalReply<Name extends TerminalCallName> = TerminalCalls[Name]['reply'];

/** Why a line was not answered. */
export const terminalRefusals = [
  'badRequest',
  'otherVersion',
  'tooLong',
  'tooMany',
  'tooSlow',
  'crashed',
] as const;
export type TerminalRefusal = (typeof terminalRefusals)[number];

/** One line of a reply: any number of those with `more`, then one of the others. */
export type TerminalLine =
  | { readonly v: typeof terminalVersion; readonly more: unknown }
  | { readonly v: typeof terminalVersion; readonly ok: true; readonly value: unknown }
  | {
      readonly v: typeof terminalVersion;
      readonly ok: false;
      readonly refusal: TerminalRefusal;
      /** For people who look at it, in the language of the app. */
      readonly say: string;
    };
