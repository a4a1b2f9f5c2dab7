import type { NoticeTest } from '../../../shared/domain/app/notice-test.ts';
import type { Handing, NoticeOutcome, NotificationPort } from '../../ports/app-ports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Notice } from '../../ports/notice.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import { PatientQuestion } from '../patient-question.ts';
import { type NoticeService, NoticeServices } from './notice-service.ts';
import { clickKey, notifyWords, openKey, type Picture } from './notify-call.ts';
import { type Place, ShownNotices } from './shown-notices.ts';

export interface BusNoticesOptions {
  readonly open: () => Promise<SessionBus>;
  readonly icon: () => Picture | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

type Taken = 'shown' | 'failed';
type Click = (notice: Notice, action?: string) => void;

const patienceMs = 5000;

/**
 * Notices on Linux, over the session bus. Electron's own wait for the service with everything else
 * standing still, for two minutes when it has stopped, and have no buttons.
 */
export function openBusNotices(options: BusNoticesOptions): NotificationPort {
  return new BusNotices(options);
}

class BusNotices implements NotificationPort {
  readonly #options: BusNoticesOptions;
  readonly #services: NoticeServices;
  readonly #reaching: PatientQuestion<NoticeService>;
  readonly #giving: PatientQuestion<Taken>;
  /** Apart, since nobody asks again what became of a test. */
  readonly #testing: PatientQuestion<Taken>;
  readonly #clicks: Click[] = [];
  readonly #chances: (() => void)[] = [];
  readonly #shown = new ShownNotices();
  /** What was given last, and what became of it after nobody waited any more. */
  #given: { readonly id: string; late?: Taken } | undefined;

  constructor(options: BusNoticesOptions) {
    this.#options = options;
    const { clock, open } = options;
    const chance = (): void => {
      for (const heard of this.#chances) heard();
    };
    this.#services = new NoticeServices({
      open,
      came: chance,
      pressed: ({ key, ...place }) => this.#pressed(place, key),
      closed: ({ reason, ...place }) => this.#shown.closed(place, reason),
      went: () => this.#shown.clear(),
    });
    const patience = { clock, limitMs: patienceMs };
    this.#reaching = new PatientQuestion({ ...patience, late: chance });
    this.#testing = new PatientQuestion<Taken>({ ...patience, late: () => undefined });
    this.#giving = new PatientQuestion<Taken>({
      ...patience,
      late: (taken) => {
        if (this.#given) this.#given.late = taken;
        // Whoever refuses late would refuse again at once.
        if (taken === 'shown') chance();
      },
    });
  }

  onClick(heard: Click): void {
    this.#clicks.push(heard);
  }

  onChance(heard: () => void): void {
    this.#chances.push(heard);
  }

  standing(): readonly Notice[] {
    return this.#shown.standing();
  }

  withdraw(notice: Notice): void {
    const place = this.#shown.withdrawn(notice);
    // Whoever has closed it meanwhile has done what was asked.
    if (place) void this.#services.close(place).catch(() => undefined);
  }

  async show(notice: Notice, handing: Handing): Promise<NoticeOutcome> {
    const isGiven = this.#given?.id === notice.id;
    if (this.#giving.waits) return isGiven ? 'unanswered' : 'failed';
    const late = isGiven ? this.#given?.late : undefined;
    if (late === 'shown') return 'shown';
    const service = await this.#reaching.ask(() => this.#services.reach());
    if (!service) return 'failed';
    const mayHaveIt = late === undefined && handing.before === service.id;
    // What was written on the bus arrives, also from an app that is gone by then; only one that was
    // killed within the instant before the writing is missed by this.
    if (mayHaveIt && !service.bearsRepeating) return 'shown';
    await handing.begins(service.id);
    this.#given = { id: notice.id };
    return (await this.#giving.ask(() => this.#give(notice, service))) ?? 'unanswered';
  }

  async test(notice: Notice): Promise<NoticeTest> {
    if (this.#giving.waits || this.#testing.waits) return 'noAnswer';
    const service = await this.#reaching.ask(() => this.#services.reach());
    if (!service) return this.#reaching.waits ? 'noAnswer' : 'noService';
    const taken = await this.#testing.ask(() => this.#give(notice, service));
    if (taken === undefined) return 'noAnswer';
    return taken === 'shown' ? 'shown' : 'refused';
  }

  async #give(notice: Notice, service: NoticeService): Promise<Taken> {
    const { icon, log } = this.#options;
    try {
      const { owner } = service;
      const replaces = this.#shown.replacedBy(notice, owner);
      const words = notifyWords(notice, service, { icon: icon(), replaces });
      const number = await this.#services.notify(service, words);
      this.#shown.keep({ owner, number }, notice);
      return 'shown';
    } catch (error) {
      log.warn('notice refused', { id: notice.id, why: String(error) });
      return 'failed';
    }
  }

  #pressed(place: Place, key: string): void {
    const notice = this.#shown.at(place);
    if (!notice) return;
    for (const heard of this.#clicks) {
      if (key === clickKey || key === openKey) heard(notice);
      else heard(notice, key);
    }
  }
}
