import { z } from 'zod';
import { bounds, within } from '../../../shared/domain/bounds.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { instant, line, quantity, required } from '../../../shared/schema/sound.ts';
import type { Log } from '../../ports/log.ts';
import type { Pricing } from '../../tariffs/pricing.ts';
import { cloudIdOf } from '../merge/merge.ts';
import type { History } from '../store/history.ts';
import { mergeSessions } from './cloud.ts';

/** What says nothing without the rest makes it none; any other number costs only itself. */
const sessionSchema = z
  .object({
    id: line,
    listing: line,
    startedAt: instant,
    endedAt: instant,
    energyWh: required.energyWh,
    greenEnergyWh: quantity.energyWh,
    chargingMs: quantity.durationMs,
    cost: z
      .object({
        amount: z.string().regex(/^-?\d{1,12}(\.\d{1,12})?$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
      })
      .optional()
      .catch(undefined),
  })
  .refine(({ startedAt, endedAt }) => within(bounds.sessionMs, endedAt - startedAt) !== undefined);

export interface ReportedParts {
  readonly history: History;
  readonly pricing: Pricing;
  readonly log: Log;
}

/**
 * Sessions that chargers or their clouds tell by themselves, late, twice and in any order. What cannot
 * be made one with what was recorded waits: the session may still run here, or the history may not
 * be readable. Nobody tells it a second time.
 */
export class ReportedSessions {
  readonly #parts: ReportedParts;
  /** By charger and the name that the teller gives them. */
  readonly #waiting = new Map<string, Map<string, CloudSession>>();

  constructor(parts: ReportedParts) {
    this.#parts = parts;
  }

  /** Chargers of which something waits. */
  get keys(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  add(key: string, sessions: readonly CloudSession[]): void {
    const sound = sessions.flatMap(soundSession);
    const lost = sessions.length - sound.length;
    if (lost > 0) this.#parts.log.error('reported sessions make no sense', { charger: key, lost });
    if (sound.length === 0) return;
    const waiting = this.#waiting.get(key) ?? new Map<string, CloudSession>();
    for (const session of sound) waiting.set(cloudIdOf(session), session);
    this.#waiting.set(key, waiting);
  }

  /** Rejects, and all of it goes on waiting, where the history cannot be read. */
  async merge(key: string): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    const told = [...waiting.values()];
    const heldBack = new Set(await mergeSessions(this.#parts, key, told));
    for (const session of told) {
      const name = cloudIdOf(session);
      // It may have been told anew meanwhile.
      if (!heldBack.has(session) && waiting.get(name) === session) waiting.delete(name);
    }
    if (waiting.size === 0) this.#waiting.delete(key);
  }
}

function soundSession(session: CloudSession): readonly CloudSession[] {
  const parsed = sessionSchema.safeParse(session).data;
  return parsed ? [omitUndefined(parsed) as CloudSession] : [];
}
