import { expect, it } from 'vitest';
import type { Command, CommandKind } from '../../shared/domain/charger/command.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { patient } from './adapter-tools.ts';
import type { ContractCase } from './contract-case.ts';
import type { Harness } from './far-end.ts';

/** What a charger is there for: it shows itself, and does what is wished or says why not. */
export function serviceContract(at: ContractCase, { obeys }: Harness): void {
  it('lists the charger and sees what it does', async () => {
    const observation = await at.read();
    expect(at.charger.id).toBe(at.bench.farEnd.chargerId);
    expect(observation.ok && observationSchema.parse(observation.value).status.state).toBe(
      at.bench.farEnd.state,
    );
  });

  it('knows name and model of the charger before the first look', async () => {
    const { name, model } = at.charger;
    expect(name).toBeTruthy();
    const observation = await at.read();
    expect(
      observation.ok && { name: observation.value.name, model: observation.value.model },
    ).toEqual({ name, model });
  });

  it('tells details that are known, each once', async () => {
    const details = await at.bench.answered(at.charger.details(patient()));
    const keys = details.ok ? details.value.map(({ key }) => key) : [];
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
  });

  if (obeys) obedience(at);
  else onlyWatched(at);
}

function obedience(at: ContractCase): void {
  it('has a wish granted', async () => {
    await at.read();
    const { command, done } = at.granted;
    expect((await at.bench.ask(at.charger, command)).ok).toBe(true);
    expect(done()).toBe(true);
  });

  it('has a wish refused, and says why', async () => {
    const { refused } = at.bench.farEnd;
    if (!refused) throw new Error('Nothing is refused');
    refused.prepare();
    await at.read();
    const answer = await at.bench.ask(at.charger, refused.command);
    expect(answer).toEqual({ ok: false, failure: { kind: 'refused', why: refused.why } });
  });
}

function onlyWatched(at: ContractCase): void {
  it.each(Object.values(commands))(
    'says of $kind that it cannot, and sends nothing',
    async (command) => {
      const asked = at.bench.farEnd.asked();
      const answer = await at.bench.ask(at.charger, command);
      expect(answer).toEqual({ ok: false, failure: { kind: 'notSupported' } });
      expect(at.bench.farEnd.asked()).toBe(asked);
    },
  );

  it('offers nothing that it cannot', async () => {
    const observation = await at.read();
    expect(observation.ok && observation.value.abilities).toEqual({});
  });
}

const commands: { readonly [Kind in CommandKind]: Command & { readonly kind: Kind } } = {
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  backToSchedule: { kind: 'backToSchedule' },
  lock: { kind: 'lock' },
  unlock: { kind: 'unlock' },
  setLimit: { kind: 'setLimit', limitA: 16 },
  setSolarMode: { kind: 'setSolarMode', mode: 'eco' },
  setPrice: { kind: 'setPrice', perKwh: 0.3 },
  reboot: { kind: 'reboot' },
  updateSoftware: { kind: 'updateSoftware' },
};
