import type { AdapterTools, Kept } from '../../electron/integrations/adapter.ts';
import type { PolledAccount } from '../../electron/integrations/connection.ts';
import { fcspAdapter } from '../../electron/integrations/fcsp/adapter.ts';
import type { Confirmed, SignInFailure } from '../../shared/domain/account/sign-in.ts';
import type { Result } from '../../shared/result.ts';
import type { AbleCharger } from '../fakes/able-charger.ts';
import type { FcspSimulator, FcspSimulatorOptions } from '../simulators/fcsp/simulator.ts';
import { patient } from './adapter-tools.ts';
import { type ContractBench, contractBench } from './contract-bench.ts';
import { fcspHarness } from './fcsp-harness.ts';

/** One try to add a station, with what is otherwise than usual. */
export interface Try {
  readonly fields?: Readonly<Record<string, string>>;
  readonly confirmed?: Confirmed;
  readonly before?: Kept;
  readonly open?: readonly PolledAccount[];
  readonly signal?: AbortSignal;
  readonly tools?: AdapterTools;
}

/** The adapter before a simulated station, nothing asked yet. */
export interface FcspBench extends Omit<ContractBench, 'signIn'> {
  readonly sim: FcspSimulator;
  readonly address: string;
  signIn(attempt?: Try): Promise<Result<Added, SignInFailure>>;
  /** The same where it has to work. */
  added(attempt?: Try): Promise<Added>;
  /** Paths that were asked, by their last word. */
  asked(): readonly string[];
}

export interface Added {
  readonly account: PolledAccount;
  readonly label: string;
  readonly identity: string | undefined;
  readonly charger: AbleCharger;
}

/** Starts both ends; the certificate is confirmed unless a try says otherwise. */
export async function fcspBench(options: FcspSimulatorOptions = {}): Promise<FcspBench> {
  let started: FcspSimulator | undefined;
  const harness = fcspHarness(options, (sim) => {
    started = sim;
  });
  const bench = await contractBench(harness);
  const sim = started;
  if (!sim) throw new Error('No simulator');
  const address = bench.farEnd.owner.address ?? '';
  const signIn: FcspBench['signIn'] = async ({ fields, tools, ...attempt } = {}) => {
    const confirmed = { fingerprint: sim.certificate.fingerprint };
    const form = { confirmed, open: [], ...patient(), ...attempt, fields: { address, ...fields } };
    const result = await bench.answered(fcspAdapter.signIn(form, tools ?? bench.watched.tools));
    if (!result.ok) return result;
    const { account, label, identity } = result.value;
    return { ok: true, value: { account, label, identity, charger: await bench.charger(account) } };
  };
  return {
    ...bench,
    sim,
    address,
    signIn,
    async added(attempt) {
      const result = await signIn(attempt);
      if (!result.ok) throw new Error(result.failure.kind);
      return result.value;
    },
    asked: () => sim.log.map(({ path }) => path.replace('/api/v1/', '')),
  };
}

/** Its report, made with patience. */
export async function reportOf(bench: FcspBench, charger: AbleCharger) {
  const report = await bench.answered(charger.report?.(patient()) ?? Promise.reject());
  if (!report.ok) throw new Error(report.failure.kind);
  return report.value;
}
