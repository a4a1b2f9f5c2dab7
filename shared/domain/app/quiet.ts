import type { Quiet } from './settings.ts';

/** What a person chooses of: on, off for an hour, off until tomorrow's morning, off. */
export const quietChoices = ['no', 'hour', 'tomorrow', 'always'] as const;
export type QuietChoice = (typeof quietChoices)[number];

const hourMs = 3_600_000;

/** The choice that holds now, epoch ms: what is over is no longer quiet. */
export function quietChoice(quiet: Quiet, now: number): QuietChoice {
  if (quiet.kind !== 'until') return quiet.kind;
  if (now >= quiet.at) return 'no';
  return quiet.at - now <= hourMs ? 'hour' : 'tomorrow';
}
