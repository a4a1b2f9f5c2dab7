/** How much is simulated; `npm run test:requests` sets more, a plain test little. */
export const load = {
  hours: Number(process.env.LOAD_HOURS ?? 3),
  clients: Number(process.env.LOAD_CLIENTS ?? 8000),
  seed: Number(process.env.LOAD_SEED ?? 1),
  /** Tables are printed, and docs/reliability.md gets them. */
  isReport: process.env.LOAD_REPORT !== undefined,
} as const;
