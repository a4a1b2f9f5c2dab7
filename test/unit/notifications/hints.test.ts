import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../electron/charging/domain-events.ts';
import { hintsOf } from '../../../electron/notifications/hints.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const at = noon;
const observation = anObservation('available');
const session = endedSession();
const notConfirmed = (kind: 'pause' | 'lock'): DomainEvent => ({
  kind: 'notConfirmed',
  at,
  progress: { phase: 'notConfirmed', command: { kind }, at },
});

const events: readonly [DomainEvent, string | undefined, string, string | undefined][] = [
  [{ kind: 'chargeEnded', at, session }, undefined, 'normal', 'device'],
  [{ kind: 'chargeStopped', at, session }, undefined, 'normal', 'device'],
  [{ kind: 'chargeStarted', at }, 'charging', 'low', 'device'],
  [{ kind: 'pluggedIn', at }, 'plug', 'low', 'device'],
  [{ kind: 'noPower', at, since: at }, 'power', 'normal', 'device'],
  [{ kind: 'firmware', at, from: '5.0', to: '5.1' }, 'firmware', 'low', 'device'],
  [{ kind: 'carWaiting', at }, 'lock', 'normal', 'device'],
  [{ kind: 'fault', at, code: '14' }, 'fault', 'critical', 'device.error'],
  [{ kind: 'faultOver', at, observation }, 'fault', 'normal', 'device'],
  [{ kind: 'homePowered', at, begins: true }, 'home', 'normal', 'device'],
  [{ kind: 'powerCut', at, begins: true }, 'grid', 'critical', undefined],
  [{ kind: 'powerCut', at, begins: false }, 'grid', 'normal', undefined],
  [{ kind: 'doubt', at, cause: 'otherCharger' }, 'identity', 'normal', 'network.error'],
  [{ kind: 'away', at, since: at, during: 'charge' }, 'contact', 'normal', 'network.disconnected'],
  [{ kind: 'back', at, observation }, 'contact', 'normal', 'network.connected'],
  [notConfirmed('pause'), 'command/pause', 'normal', 'device'],
  [notConfirmed('lock'), 'command/lock', 'normal', 'device'],
];

describe('what the desktop may know of a notification', () => {
  it.each(events)('%j', (event, about, urgency, category) => {
    const hints = hintsOf(event, 'a/1');
    expect(hints.topic).toBe(about && `a/1/${about}`);
    expect(hints.urgency ?? 'normal').toBe(urgency);
    expect(hints.category).toBe(category);
  });
});
