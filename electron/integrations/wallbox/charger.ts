import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { AdapterTools } from '../adapter.ts';
import type { DetailOptions, PolledCharger, RequestOptions, SessionRange } from '../connection.ts';
import type { WallboxClient } from './client.ts';
import { modelName } from './models.ts';
import { blockedReasonOf, type Knowledge, schedulesBlocked, whyRefused } from './refusals.ts';
import { Rights } from './rights.ts';
import { ScheduleDesk } from './schedules/desk.ts';
import { toObservation, withConfig, withRecord } from './translate.ts';
import {
  readConfig,
  readRecord,
  readStatus,
  type WireConfig,
  type WireListed,
  type WireRecord,
  type WireStatus,
} from './wire.ts';
import { writeFor } from './writes.ts';

/** In minutes. What is in the details hardly ever changes. */
const detailsKept = 30;

interface KeptDetails {
  readonly atMonotonic: number;
  readonly record: WireRecord;
  readonly config: WireConfig | undefined;
}

/** One charger of an account, with what was last learned about it. */
export class WallboxCharger implements PolledCharger {
  readonly id: string;
  /** Its portal calls it by the same number. */
  readonly serial: string;
  readonly #client: WallboxClient;
  readonly #tools: AdapterTools;
  #listed: WireListed;
  #observation: Observation | undefined;
  #config: WireConfig | undefined;
  #details: KeptDetails | undefined;
  readonly #rights: Rights;
  readonly schedules: ScheduleDesk;

  constructor(client: WallboxClient, tools: AdapterTools, listed: WireListed) {
    this.id = listed.id;
    this.serial = listed.id;
    this.#client = client;
    this.#tools = tools;
    this.#listed = listed;
    this.#rights = new Rights(tools.clock);
    this.schedules = new ScheduleDesk({
      client,
      clock: tools.clock,
      chargerId: listed.id,
      zone: () => this.#config?.timezone,
      blockedReason: () =>
        schedulesBlocked(this.#knowledge()) ?? this.#rights.refusalOf('schedules'),
      explain: (status) => this.#rights.refused('schedules', whyRefused(status, this.#knowledge())),
    });
  }

  get name(): string | undefined {
    return this.#listed.name;
  }

  get model(): string | undefined {
    const chargerType = this.#listed.chargerType ?? this.#details?.record.chargerType;
    return modelName(chargerType, this.#config?.part_number);
  }

  /** The list was read again. */
  relist(listed: WireListed): void {
    this.#listed = listed;
  }

  read({
    signal,
    purpose = () => 'routine',
  }: RequestOptions): Promise<Result<Observation, Failure>> {
    const template = '/chargers/status/{id}';
    const understand = (body: string) => this.#see(readStatus(body));
    const missing = { kind: 'notFound' } as const;
    const request = { template, chargerId: this.id, signal, missing, understand };
    return this.#client.read({ turn: purpose, ...request });
  }

  /** Its schedules, while they hold it: they tell when it will begin. */
  aside({ signal }: RequestOptions): Promise<void> | undefined {
    const isHeld = this.#observation?.status.state === 'scheduled';
    return isHeld ? this.schedules.aside(signal) : undefined;
  }

  async details(options: DetailOptions): Promise<Result<readonly Detail[], Failure>> {
    const kept = await this.#keptDetails(options);
    if (!kept.ok) return kept;
    // Few people ask for them: no start waits for what puts them into words.
    const { detailRows } = await import('./details.ts');
    return success(
      detailRows({
        ...kept.value,
        id: this.id,
        model: this.model,
        groupName: this.#listed.groupName,
        observation: this.#observation,
        config: this.#config ?? kept.value.config,
        profile: this.#rights.profile,
        now: this.#tools.clock.now(),
        formatOptions: options.formatOptions,
      }),
    );
  }

  async sessions(
    range: SessionRange,
    { signal }: RequestOptions,
  ): Promise<Result<readonly CloudSession[], Failure>> {
    // Asked after a charge at most: no start waits for it.
    const { pastSessions } = await import('./sessions.ts');
    const parts = { client: this.#client, tools: this.#tools, chargerId: this.id };
    return pastSessions(parts, range, signal);
  }

  async execute(
    command: Command,
    { signal }: RequestOptions,
  ): Promise<Result<Observation | undefined, Failure>> {
    const order = writeFor(command);
    if (!order) return failed({ kind: 'notSupported' });
    const body = await this.#client.write({
      order,
      chargerId: this.id,
      signal,
      ...omitUndefined({ replaces: command.kind === 'setLimit' ? `limit ${this.id}` : undefined }),
      blockedReason: () =>
        blockedReasonOf({ command, ...this.#knowledge() }) ?? this.#rights.refusalOf(command.kind),
      explain: (status) =>
        this.#rights.refused(command.kind, whyRefused(status, this.#knowledge(), command)),
    });
    if (!body.ok) return body;
    return success(this.#seeReply(command, body.value));
  }

  /** Before the queue goes on: a command that waits there must know what this reading saw. */
  #see(wire: WireStatus | undefined): Observation | undefined {
    if (!wire) return undefined;
    this.#config = wire.config_data ?? this.#config;
    const before = this.#observation?.status.state;
    const observation = toObservation(wire, {
      id: this.id,
      name: this.#listed.name,
      model: this.model,
      mayCommand: this.#rights.mayCommand(),
      now: this.#tools.clock.now(),
    });
    if (observation.status.state !== 'scheduled') this.#observation = observation;
    else {
      if (before !== 'scheduled') this.schedules.forget();
      this.#observation = {
        ...observation,
        status: { state: 'scheduled', ...this.schedules.nextStart() },
      };
    }
    if (this.#rights.judge(this.#observation))
      void this.#keptDetails({ signal: this.#client.life });
    return this.#observation;
  }

  /** A write's own reply spares the reading after it: there is one GET a minute (HA). */
  #seeReply(command: Command, body: string): Observation | undefined {
    const observation = this.#observation;
    if (!observation) return undefined;
    const record = isChargerChange(command) ? readRecord(body)?.record : undefined;
    const config = command.kind === 'setPrice' ? readConfig(body) : undefined;
    if (record) this.#observation = withRecord(observation, record);
    if (config) this.#observation = withConfig(observation, config);
    return this.#observation === observation ? undefined : this.#observation;
  }

  async #keptDetails({ signal }: RequestOptions): Promise<Result<KeptDetails, Failure>> {
    const kept = this.#details;
    const { clock } = this.#tools;
    const keptMs = this.#client.pace.minutes(detailsKept);
    if (kept && clock.monotonic() - kept.atMonotonic < keptMs) return success(kept);
    const where = { chargerId: this.id, signal };
    const read = await this.#client.read({
      ...where,
      turn: 'details',
      template: '/v2/charger/{id}',
      missing: { kind: 'notFound' },
      understand: readRecord,
    });
    if (!read.ok) return read;
    const { record, users } = read.value;
    const address = this.#client.session.email.toLowerCase();
    const ours = users.find(({ email }) => email?.toLowerCase() === address);
    if (ours?.profile) this.#rights.learn(ours.profile);
    const config = this.#config ? undefined : await this.#readConfig(where);
    this.#details = { atMonotonic: clock.monotonic(), record, config };
    return success(this.#details);
  }

  #knowledge(): Knowledge {
    return { observation: this.#observation, mayCommand: this.#rights.mayCommand() };
  }

  /** A status holds the same block: only without one is it worth a request of its own. */
  async #readConfig(where: { chargerId: string; signal: AbortSignal }) {
    const template = '/chargers/config/{id}';
    const read = await this.#client.read({
      ...where,
      turn: 'details',
      template,
      understand: readConfig,
    });
    return read.ok ? read.value : undefined;
  }
}

function isChargerChange({ kind }: Command): boolean {
  return kind === 'lock' || kind === 'unlock' || kind === 'setLimit';
}
