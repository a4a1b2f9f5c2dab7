import { expect, it } from 'vitest';
import { observationSchema } from '../../shared/domain/observation.ts';
import { patient } from './adapter-tools.ts';
import type { ContractCase } from './contract-case.ts';

/** What a charger is there for: it shows itself, and does what is wished or says why not. */
export function serviceContract(at: ContractCase): void {
  it('lists the charger and sees what it does', async () => {
    const seen = await at.look();
    expect(at.charger.id).toBe(at.bench.farEnd.chargerId);
    expect(seen.ok && observationSchema.parse(seen.value).status.state).toBe(at.bench.farEnd.state);
  });

  it('tells details that are known, each once', async () => {
    const details = await at.bench.answered(at.charger.details(patient()));
    const keys = details.ok ? details.value.map(({ key }) => key) : [];
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a wish granted', async () => {
    await at.look();
    const { wish, done } = at.bench.farEnd.granted;
    expect((await at.bench.ask(at.charger, wish)).ok).toBe(true);
    expect(done()).toBe(true);
  });

  it('has a wish refused, and says why', async () => {
    const { prepare, wish, why } = at.bench.farEnd.refused;
    prepare();
    await at.look();
    const answer = await at.bench.ask(at.charger, wish);
    expect(answer).toEqual({ ok: false, failure: { kind: 'refused', why } });
  });
}
