import type { DomainEvent } from '../charging/domain-events.ts';
import type { Notice } from '../ports/notice.ts';

type Hints = Pick<Notice, 'topic' | 'urgency' | 'category'>;

/**
 * What the desktop may know of a notification beside its words: what it is about, by which a newer
 * one replaces it, how much it presses, and its category. `chargerId` is that of the event. Pure.
 */
export function hintsOf(event: DomainEvent, chargerId: string): Hints {
  const { about, ...hints } = hintsByKind(event);
  return { ...hints, ...(about === undefined ? {} : { topic: `${chargerId}/${about}` }) };
}

interface OwnHints extends Omit<Hints, 'topic'> {
  /** Within its charger. The end of a session is about nothing else: each of them is told. */
  readonly about?: string;
}

function hintsByKind(event: DomainEvent): OwnHints {
  switch (event.kind) {
    case 'chargeEnded':
    case 'chargeStopped':
      return { category: 'device' };
    case 'chargeStarted':
      return { about: 'charging', urgency: 'low', category: 'device' };
    case 'pluggedIn':
      return { about: 'plug', urgency: 'low', category: 'device' };
    case 'noPower':
      return { about: 'power', category: 'device' };
    case 'firmware':
      return { about: 'firmware', urgency: 'low', category: 'device' };
    case 'planInDanger':
    case 'planMissed':
      return { about: 'plan', category: 'device' };
    case 'planStarts':
      return { about: 'plan', urgency: 'low', category: 'device' };
    case 'notPluggedIn':
      return { about: 'plug', category: 'device' };
    case 'carWaiting':
      return { about: 'lock', category: 'device' };
    case 'fault':
      return { about: 'fault', urgency: 'critical', category: 'device.error' };
    case 'faultOver':
      return { about: 'fault', category: 'device' };
    case 'homePowered':
      return { about: 'home', category: 'device' };
    case 'powerCut':
      return { about: 'grid', ...(event.begins ? { urgency: 'critical' as const } : {}) };
    case 'doubt':
      return { about: 'identity', category: 'network.error' };
    case 'away':
      return { about: 'contact', category: 'network.disconnected' };
    case 'back':
      return { about: 'contact', category: 'network.connected' };
    case 'notConfirmed':
      return { about: `command/${event.progress.command.kind}`, category: 'device' };
  }
}
