import type { Locales } from '../../shared/domain/app/locales.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import { formatOptionsIn } from '../../shared/text/format.ts';
import type { DomainEvent } from '../charging/domain-events.ts';
import type { Reader, Update } from '../charging/reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Notice } from '../ports/notice.ts';
import { Flapping } from './flapping.ts';
import type { Notifier } from './notifier.ts';
import { suppression } from './policy.ts';
import { noticeFor, signInNotice } from './rules.ts';

export interface NotificationReaderParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** The zone by whose clock its owner lives now. */
  readonly zone: () => string;
  readonly speech: { readonly now: () => { readonly locales: Locales } };
  /** The last commands for a charger: nobody needs to be told what they have just pressed. */
  readonly asked: (id: string) => readonly CommandProgress[];
}

/** Lays what is worth telling into the outbox, and has it told once it is on the disk. */
export function notificationReader(parts: NotificationReaderParts): Reader {
  const { clock, log, notifier, settings, asked, zone, speech } = parts;
  const flapping = new Flapping(clock);

  function weigh(notice: Notice, event?: DomainEvent): void {
    const reason = suppression({
      notice,
      ...(event ? { event } : {}),
      settings: settings(),
      asked: notice.chargerId === undefined ? [] : asked(notice.chargerId),
      now: clock.now(),
      zone: zone(),
    });
    if (reason === undefined) notifier.add(flapping.calmed(notice));
    else log.info('notice suppressed', { kind: notice.kind, id: notice.id, reason });
  }

  return {
    name: 'notifications',
    stage(update: Update) {
      if (update.about === 'account') {
        for (const { at } of update.events) weigh(signInNotice(update.account, at));
        return;
      }
      const formatOptions = formatOptionsIn(zone(), speech.now().locales);
      for (const one of update.events) weigh(noticeFor(one, update.record, formatOptions), one);
    },
    tell(update) {
      const heardOf = update.about === 'charger' && update.event?.kind;
      if (heardOf && heardOf !== 'interrupted') notifier.settled(update.record.id);
      void notifier.flush();
    },
  };
}
