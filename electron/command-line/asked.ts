/** What the command line asks for. */
export interface Asked {
  readonly what: 'status' | 'watch' | 'usage';
  readonly json: boolean;
}

/** What the arguments ask for; undefined where they mean the tray app itself. */
export function askedBy(args: readonly string[]): Asked | undefined {
  const json = args.includes('--json');
  if (args.includes('--help')) return { what: 'usage', json: false };
  if (args.includes('--watch')) return { what: 'watch', json };
  return args.includes('--status') ? { what: 'status', json } : undefined;
}

/** What a process says that only asks whether another one is there. */
export const question = { asksOnly: true } as const;

/** Whether a second process only asked, and nobody wants to see the window. */
export function isQuestion(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'asksOnly' in said;
}
