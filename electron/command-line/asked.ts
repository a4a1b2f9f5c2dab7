/** What a process says that only asks whether another one is there. */
export const question = { asksOnly: true } as const;

/** Whether a second process only asked, and nobody wants to see the window. */
export function isQuestion(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'asksOnly' in said;
}
