import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../electron/charging/domain-events.ts';
import type { SessionRecord } from '../../../electron/charging/record.ts';
import { type Judged, suppression } from '../../../electron/notifications/policy.ts';
import { isQuiet } from '../../../electron/notifications/quiet-times.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { defaultSettings, noticeKinds, type Quiet } from '../../../shared/domain/app/settings.ts';
import type { Command, CommandProgress } from '../../../shared/domain/charger/command.ts';
import { endedSession, noon, notice } from '../../fixtures/core-notices.ts';

const minute = 60_000;
const hour = 60 * minute;

function judged(more: Partial<Judged> = {}): Judged {
  return { notice: notice(), settings: defaultSettings, now: noon, zone: 'Europe/Berlin', ...more };
}

describe('what is told before anybody has chosen', () => {
  it.each(noticeKinds)('%s', (kind) => {
    const off = ['chargeStarted', 'pluggedIn', 'firmware', 'planStarts', 'notPluggedIn'].includes(
      kind,
    );
    const reason = suppression(judged({ notice: notice({ kind }) }));
    expect(reason).toBe(off ? 'switchedOff' : undefined);
  });

  it.each(noticeKinds)('%s follows its own switch and no other', (kind) => {
    const only = (on: boolean) => ({
      ...defaultSettings,
      notices: Object.fromEntries(
        noticeKinds.map((each) => [each, each === kind ? on : !on]),
      ) as typeof defaultSettings.notices,
    });
    const given = { notice: notice({ kind }) };
    expect(suppression(judged({ ...given, settings: only(true) }))).toBeUndefined();
    expect(suppression(judged({ ...given, settings: only(false) }))).toBe('switchedOff');
  });
});

describe('what one charger has otherwise than all', () => {
  const settings = {
    ...defaultSettings,
    notices: { ...defaultSettings.notices, fault: false },
    noticesOf: { 'a/1': { fault: true, chargeEnded: false } },
  };

  it.each([
    ['fault', 'a/1', undefined],
    ['fault', 'a/2', 'switchedOff'],
    ['fault', undefined, 'switchedOff'],
    ['chargeEnded', 'a/1', 'switchedOff'],
    ['chargeEnded', 'a/2', undefined],
    ['carWaiting', 'a/1', undefined],
  ] as const)('%s of %s', (kind, chargerId, reason) => {
    const what = { ...notice({ kind }), chargerId };
    expect(suppression(judged({ notice: what, settings }))).toBe(reason);
  });
});

describe('what passes in quiet hours is not told later', () => {
  const spans = [{ days: [6], from: 12 * 60, to: 14 * 60 }];
  const on = { ...defaultSettings.notices };
  for (const kind of noticeKinds) on[kind] = true;
  const quietHours = { on: true, critical: false, spans };

  it.each(noticeKinds)('%s', (kind) => {
    const settings = { ...defaultSettings, notices: on, quietHours };
    const passes = ['chargeStarted', 'pluggedIn', 'planStarts', 'notPluggedIn'].includes(kind);
    const what = { notice: notice({ kind }), settings };
    expect(suppression(judged(what))).toBe(passes ? 'quietHours' : undefined);
    expect(suppression(judged({ ...what, now: noon + hour }))).toBeUndefined();
  });
});

describe('quiet', () => {
  const table: { quiet: Quiet; is: boolean; why: string }[] = [
    { why: 'on', quiet: { kind: 'no' }, is: false },
    { why: 'off', quiet: { kind: 'always' }, is: true },
    { why: 'off for a while', quiet: { kind: 'until', at: noon + 1 }, is: true },
    { why: 'that while is over', quiet: { kind: 'until', at: noon }, is: false },
  ];

  it.each(table)('$why', ({ quiet, is }) => {
    expect(isQuiet(quiet, noon)).toBe(is);
    const reason = suppression(judged({ settings: { ...defaultSettings, quiet } }));
    expect(reason).toBe(is ? 'quiet' : undefined);
  });
});

describe('what happened too long ago', () => {
  it.each([
    { ago: 24 * hour, reason: undefined },
    { ago: 24 * hour + 1, reason: 'tooOld' },
    { ago: -minute, reason: undefined },
  ])('$ago ms ago: $reason', ({ ago, reason }) => {
    const given = { notice: notice({ happenedAt: noon - ago }) };
    expect(suppression(judged(given))).toBe(reason);
  });
});

function stopped(endReason: SessionRecord['endReason']): DomainEvent {
  return {
    kind: 'chargeStopped',
    at: noon,
    session: endedSession(endReason ? { endReason } : {}),
  };
}

type Phase = Exclude<CommandProgress['phase'], 'failed'>;

function asked<P extends Phase = 'sent'>(
  kind: 'pause' | 'lock' | 'resume',
  { ago = minute, phase }: { ago?: number; phase?: P } = {},
) {
  const command: Command = { kind };
  return { phase: phase ?? ('sent' as P), command, at: noon - ago };
}

const failedPause: CommandProgress = {
  phase: 'failed',
  command: { kind: 'pause' },
  at: noon - minute,
  why: { kind: 'unreachable' },
};

interface Given {
  readonly event: DomainEvent;
  readonly command?: CommandProgress;
  readonly others?: readonly CommandProgress[];
  readonly reason?: string;
}

describe('what was asked for here', () => {
  const kind: Notice['kind'] = 'chargeStopped';
  const table: Record<string, Given> = {
    'a pause, and a pause was asked for': {
      event: stopped('paused'),
      command: asked('pause'),
      reason: 'askedHere',
    },
    'a lock, and a lock was asked for': {
      event: stopped('locked'),
      command: asked('lock'),
      reason: 'askedHere',
    },
    'while it is still being sent': {
      event: stopped('paused'),
      command: asked('pause', { phase: 'sending' }),
      reason: 'askedHere',
    },
    'when a look has confirmed it': {
      event: stopped('paused'),
      command: asked('pause', { phase: 'confirmed' }),
      reason: 'askedHere',
    },
    'when it came later than its patience': {
      event: stopped('paused'),
      command: asked('pause', { phase: 'notConfirmed' }),
      reason: 'askedHere',
    },
    'ten minutes ago is still fresh': {
      event: stopped('paused'),
      command: asked('pause', { ago: 10 * minute, phase: 'confirmed' }),
      reason: 'askedHere',
    },
    'longer ago is somebody else’s pause': {
      event: stopped('paused'),
      command: asked('pause', { ago: 10 * minute + 1, phase: 'confirmed' }),
    },
    'hours ago, and no reading since': {
      event: stopped('paused'),
      command: asked('pause', { ago: 3 * hour }),
      reason: 'askedHere',
    },
    'hours ago, and the readings were given up': {
      event: stopped('paused'),
      command: { ...asked('pause', { ago: 3 * hour, phase: 'notConfirmed' }), unread: true },
      reason: 'askedHere',
    },
    'a day ago, and no reading since': {
      event: stopped('paused'),
      command: asked('pause', { ago: 24 * hour }),
      reason: 'askedHere',
    },
    ...Object.fromEntries(
      (['sending', 'sent'] as const).map((phase) => [
        `longer than a day ago explains nothing, although it is ${phase}`,
        { event: stopped('paused'), command: asked('pause', { ago: 24 * hour + 1, phase }) },
      ]),
    ),
    'longer than a day ago explains nothing, although the readings were given up': {
      event: stopped('paused'),
      command: { ...asked('pause', { ago: 24 * hour + 1, phase: 'notConfirmed' }), unread: true },
    },
    'hours ago, and a reading has shown something else': {
      event: stopped('paused'),
      command: { ...asked('pause', { ago: 3 * hour }), contradicted: true },
    },
    'its reply was lost': {
      event: stopped('paused'),
      command: { ...asked('pause'), outcome: 'unknown' },
      reason: 'askedHere',
    },
    'something else was asked for since': {
      event: stopped('paused'),
      command: asked('lock'),
      others: [asked('pause')],
      reason: 'askedHere',
    },
    'a car that the lock shuts out': {
      event: { kind: 'carWaiting', at: noon, wasThere: true },
      command: asked('lock', { phase: 'confirmed' }),
      reason: 'askedHere',
    },
    'a car that came after the lock': {
      event: { kind: 'carWaiting', at: noon },
      command: asked('lock', { phase: 'confirmed' }),
    },
    'a car that somebody else shuts out': {
      event: { kind: 'carWaiting', at: noon, wasThere: true },
      command: asked('pause'),
    },
    'a plan asked, which its owner did not press': {
      event: stopped('paused'),
      command: { ...asked('pause'), origin: 'plan' },
    },
    'a program asked': {
      event: stopped('paused'),
      command: { ...asked('pause'), origin: 'automation' },
    },
    'nobody asked': { event: stopped('paused') },
    'something else was asked for': { event: stopped('paused'), command: asked('lock') },
    'a lock, and a pause was asked for': { event: stopped('locked'), command: asked('pause') },
    'the pause could not be sent': { event: stopped('paused'), command: failedPause },
    'unplugged right after a pause': { event: stopped('unplugged'), command: asked('pause') },
    'stopped or finished: nobody knows that it was the pause': {
      event: { kind: 'chargeEnded', at: noon, session: endedSession({ endReason: 'notSaid' }) },
      command: asked('pause'),
    },
    'a complete charge is told whatever was asked': {
      event: { kind: 'chargeEnded', at: noon, session: endedSession() },
      command: asked('pause'),
    },
  };

  it.each(Object.entries(table))('%s', (_name, { event, command, others = [], reason }) => {
    const asked = [...(command ? [command] : []), ...others];
    const given = judged({ notice: notice({ kind }), event, asked });
    expect(suppression(given)).toBe(reason);
  });
});

describe('a full car that keeps its battery warm', () => {
  const ended = (session: Partial<SessionRecord>): DomainEvent => ({
    kind: 'chargeEnded',
    at: noon,
    session: endedSession({ countedAt: noon, foundAt: noon, ...session }),
  });
  const later = { baseWh: 10_000, isLater: true } as const;
  const { energyWh: _none, ...uncounted } = endedSession({ endReason: 'notSaid' });
  const table: Record<string, { event: DomainEvent; reason?: string }> = {
    'a sip': { event: ended({ ...later, energyWh: 10_299 }), reason: 'topUp' },
    'more than a sip': { event: ended({ ...later, energyWh: 10_300 }) },
    'a sip by a number that is older than a sleep': {
      event: ended({ ...later, energyWh: 10_100, countedAt: noon - hour }),
    },
    'a sip after an end that was told': {
      event: ended({ toldWh: 5000, energyWh: 5299 }),
      reason: 'topUp',
    },
    'a small first charge beside a counter of another car is no sip': {
      event: ended({ baseWh: 10_000, energyWh: 10_100 }),
    },
    'a small first charge is no sip': { event: ended({ energyWh: 100 }) },
    'a sip of which nobody knows the size is told': {
      event: { kind: 'chargeEnded', at: noon, session: uncounted },
    },
    'a sip that was stopped is told': {
      event: {
        kind: 'chargeStopped',
        at: noon,
        session: endedSession({ baseWh: 10_000, energyWh: 10_100, endReason: 'unplugged' }),
      },
    },
  };

  it.each(Object.entries(table))('%s', (_name, { event, reason }) => {
    expect(suppression(judged({ event }))).toBe(reason);
  });
});

describe('a notice with several reasons against it', () => {
  it('names the first: the switch, then quiet, then age', () => {
    const old = notice({ kind: 'chargeStarted', happenedAt: noon - 25 * hour });
    const quiet = { kind: 'always' } as const;
    const on = { ...defaultSettings.notices, chargeStarted: true };
    const given = { notice: old, settings: { ...defaultSettings, quiet } };
    expect(suppression(judged(given))).toBe('switchedOff');
    expect(suppression(judged({ ...given, settings: { ...given.settings, notices: on } }))).toBe(
      'quiet',
    );
    const settings = { ...defaultSettings, notices: on };
    expect(suppression(judged({ ...given, settings }))).toBe('tooOld');
  });
});
