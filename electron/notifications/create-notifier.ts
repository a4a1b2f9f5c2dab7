import { formatOptionsIn } from '../../shared/text/format.ts';
import type { AppServices } from '../app/app-services.ts';
import type { Notice } from '../ports/notice.ts';
import { isOver } from './flapping.ts';
import { Notifier, type PersistedNotices } from './notifier.ts';
import { waitsUntil as quietUntil } from './quiet-times.ts';

type Connected = Pick<
  AppServices,
  'accounts' | 'ports' | 'preferences' | 'speech' | 'stateFile' | 'tracker'
>;

interface Known {
  readonly kept: PersistedNotices;
  /** Accounts whose need of a sign-in was told and has not passed. */
  readonly signInTold: () => readonly string[];
}

/** The outbox of the app, with what the rest of it knows of what waits there. */
export function createNotifier(services: Connected, { kept, signInTold }: Known): Notifier {
  const { ports } = services;
  /** A summary is about several things, and passes with none of them. */
  function hasPassed({ accountId, chargerId, kind, topic }: Notice): boolean {
    if (topic === undefined) return false;
    if (chargerId !== undefined) return isOver({ kind }, services.tracker.record(chargerId));
    return kind === 'signInNeeded' && !signInTold().includes(accountId ?? '');
  }
  const waitsUntil = (notice: Notice) =>
    quietUntil(notice, {
      settings: services.preferences.get(),
      now: ports.clock.now(),
      zone: ports.zone(),
    });
  return new Notifier({
    port: ports.notices,
    clock: ports.clock,
    log: ports.log,
    kept,
    isOver: hasPassed,
    waitsUntil,
    formatOptions: () => formatOptionsIn(ports.zone(), services.speech.now().locales),
    paceSeconds: (id) => {
      const { accountId } = services.tracker.record(id) ?? {};
      return accountId === undefined ? undefined : services.accounts.paceSeconds(accountId);
    },
    save: () => services.stateFile.keep(),
  });
}
