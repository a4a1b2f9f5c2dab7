/**
 * How this copy of the app comes to a newer version: it replaces itself, or its owner does, by the
 * system's own means.
 */
export type UpdateWay = 'itself' | 'byHand';

/** A version that is newer than this one, as its signed manifest tells it. */
export interface NewerVersion {
  readonly version: string;
  /** What is new in it, as plain text; empty where nothing was said. */
  readonly notes: string;
  /** What has to be fetched, bytes; absent where that is not known. */
  readonly bytes?: number;
}

/**
 * Why there is no answer, or no file. `unreachable`: nobody answers; `serverError`: with a refusal or
 * nonsense; `notSigned`: not by the project's key, so nothing of it is believed; `damaged`: not the file
 * that was signed; `diskFull`, `notWritable`: here.
 */
export const updateFailures = [
  'unreachable',
  'serverError',
  'notSigned',
  'damaged',
  'diskFull',
  'notWritable',
] as const;

export type UpdateFailure = (typeof updateFailures)[number];

/** What an update that may begin waits for: a command is under way, or a plan is about to act. */
export type UpdateWaits = 'command' | 'plan';

export type UpdateProgress =
  /** Nothing newer is known; `checkedAt` (epoch ms) is when that was last asked. */
  | { readonly phase: 'idle'; readonly checkedAt?: number }
  | { readonly phase: 'checking' }
  /** Nothing has been fetched yet, and nothing is unless its owner says so. */
  | { readonly phase: 'found'; readonly newer: NewerVersion }
  /** `share`: of the file, 0 to 1. */
  | { readonly phase: 'downloading'; readonly newer: NewerVersion; readonly share: number }
  /** The file is here and sound; the app starts anew with it when its owner says so. */
  | { readonly phase: 'ready'; readonly newer: NewerVersion }
  /** Its owner said so: it goes on by itself when what it waits for is over. */
  | { readonly phase: 'installing'; readonly newer: NewerVersion; readonly waits?: UpdateWaits }
  /** At `at` (epoch ms); with `newer` it is that file which failed, else the question. */
  | {
      readonly phase: 'failed';
      readonly why: UpdateFailure;
      readonly at: number;
      readonly newer?: NewerVersion;
    };

/** What the window may say of newer versions. Absent where this copy is never offered any. */
export interface UpdateView {
  readonly way: UpdateWay;
  readonly progress: UpdateProgress;
  /** Nobody has chosen yet, and the app has been used long enough to ask. */
  readonly asks?: true;
  /** Its owner has put off the version that was found: it is shown in the settings alone. */
  readonly postponed?: true;
}

/**
 * What a person may have done: ask now; fetch what was found; give up fetching; begin with it as soon
 * as nothing stands in the way; not before it is asked for again.
 */
export const updateSteps = ['check', 'download', 'cancel', 'install', 'postpone'] as const;

export type UpdateStep = (typeof updateSteps)[number];

/** The version that its owner may hear of without asking: found or fetched, and not put off. */
export function offeredVersion(update: UpdateView | undefined): string | undefined {
  if (!update || update.postponed) return undefined;
  const { progress } = update;
  const isOffered = progress.phase === 'found' || progress.phase === 'ready';
  return isOffered ? progress.newer.version : undefined;
}
