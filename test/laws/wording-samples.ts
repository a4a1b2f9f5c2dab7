import type { Command, CommandProgress } from '../../shared/domain/charger/command.ts';
import type { Reading } from '../../shared/domain/charger/reading.ts';
import type { ChargerStateName, ChargerStatus } from '../../shared/domain/charger/status.ts';
import type { PlanStatus } from '../../shared/domain/price/charge-plan.ts';
import type { PlanReason } from '../../shared/domain/price/plan.ts';
import type { HistoryTrouble } from '../../shared/domain/session/history.ts';
import type { ChangeSaid } from '../../shared/text/change-said.ts';
import type { SessionWords } from '../../shared/text/notice-text.ts';
import { everyBrokerFailure, everyBrokerState } from '../fixtures/brokers.ts';
import { everyBlockedReason, everyFailure } from '../fixtures/failures.ts';
import { anObservation } from '../fixtures/observations.ts';
import { aPlan } from '../fixtures/plans.ts';
import type { Samples } from './said.ts';

const now = Date.UTC(2026, 4, 16, 12, 41);
const before = now - 14 * 3_600_000;
const how = { locale: 'en-GB', timeZone: 'UTC' };
const platforms = ['linux', 'darwin', 'win32', 'other'];
const failures = everyFailure(now);

const statuses: readonly ChargerStatus[] = [
  { state: 'charging' },
  { state: 'discharging', phase: 'preparing' },
  { state: 'discharging', phase: 'active' },
  { state: 'transferring' },
  { state: 'waiting' },
  { state: 'waiting', notSaid: true },
  { state: 'queued', cause: 'loadSharing' },
  { state: 'queued', cause: 'loadBalancing' },
  { state: 'queued', cause: 'solarMode' },
  { state: 'queued', cause: 'meterFailed' },
  { state: 'queued', cause: 'meterMargin' },
  { state: 'scheduled' },
  { state: 'paused' },
  { state: 'paused', notSaid: true },
  { state: 'complete' },
  { state: 'locked' },
  { state: 'lockedCar' },
  { state: 'available' },
  { state: 'updating' },
  { state: 'error', code: '14' },
  { state: 'error', code: 'CS03', unconfirmed: true },
  { state: 'offline' },
  { state: 'unknown', code: '200' },
];

const commands: readonly Command[] = [
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'backToSchedule' },
  { kind: 'lock' },
  { kind: 'unlock' },
  { kind: 'setLimit', limitA: 16 },
  { kind: 'setSolarMode', mode: 'eco' },
  { kind: 'setSolarMode', mode: 'solar' },
  { kind: 'setPrice', perKwh: 0.2875 },
  { kind: 'reboot' },
  { kind: 'updateSoftware' },
];

const readings: readonly Reading[] = [
  { certainty: 'never' },
  { certainty: 'outdated', at: before, since: before, observation: anObservation('charging') },
  ...statuses.map(({ state }): Reading => {
    return { certainty: 'current', at: now, observation: anObservation(state) };
  }),
];

const progress: readonly CommandProgress[] = commands.flatMap((command): CommandProgress[] => [
  { phase: 'sending', command, at: now },
  { phase: 'sent', command, at: now },
  { phase: 'sent', command, at: now, contradicted: true },
  { phase: 'sent', command, at: now, outcome: 'unknown' },
  { phase: 'sent', command, at: now, outcome: 'unknown', contradicted: true },
  { phase: 'confirmed', command, at: now },
  { phase: 'notConfirmed', command, at: now },
  { phase: 'notConfirmed', command, at: now, unread: true },
  ...failures.map((why): CommandProgress => ({ phase: 'failed', command, at: now, why })),
]);

const asked = progress.flatMap((command) =>
  readings.map((reading) => [{ command, reading }, now, how] as const),
);

const sessions: readonly SessionWords[] = [
  {},
  { cost: '€3.41' },
  { duration: '2 h 03 min' },
  { energy: '10.99 kWh' },
  ...(['paused', 'locked', 'unplugged', 'unseen', 'notSaid', 'reversed'] as const).map((why) => {
    return { energy: '10.99 kWh', duration: '2 h 03 min', cost: '€3.41', why };
  }),
  { duration: '2 h 03 min', why: 'paused' },
  { why: 'reversed' },
];
const ended = sessions.map((session) => ['Garage', session] as const);

const historyTroubles: readonly HistoryTrouble[] = [
  { kind: 'corrupt', keptAside: 'history.broken.db' },
  { kind: 'readOnly' },
  { kind: 'diskFull' },
  { kind: 'busy' },
  { kind: 'tooNew' },
  { kind: 'unusable' },
];

const changes: readonly ChangeSaid[] = [true, false].flatMap((isRunning) =>
  (['more', 'less', 'same'] as const).map((trend) => {
    return { trend, percent: '12%', before: 'Sep', isRunning };
  }),
);

const keepers = ['charger', 'computer'] as const;
const planStatuses: readonly PlanStatus[] = [
  { kind: 'noCar' },
  { kind: 'noPrices' },
  { kind: 'storing' },
  ...keepers.flatMap((keptBy): PlanStatus[] => [
    { kind: 'waiting', keptBy },
    { kind: 'charging', keptBy },
  ]),
  { kind: 'done' },
  { kind: 'suspended', until: now + 3_600_000 },
];
const planReasons: readonly PlanReason[] = [
  { kind: 'tooLittleTime', possibleWh: 18_000 },
  { kind: 'tooDear', possibleWh: 18_000 },
  { kind: 'noPrices' },
  { kind: 'deadlinePassed' },
];
const plans = planStatuses.flatMap((status) => [
  aPlan({ status, reasons: planReasons }),
  aPlan({ status, reasons: planReasons, leftWh: 7500, by: 'market' }),
]);
const telling = { now, formatOptions: how };

const states = [...new Set(statuses.map(({ state }): ChargerStateName => state))];
const folders = ['readOnly', 'full', 'noPermission', 'notAFolder', 'unusable'];
const certificate = { fingerprint: 'AA:BB', subject: '', validFrom: before, validTo: Infinity };
const report = {
  at: now,
  parts: [{ path: 'chargerinfo', outcome: '200', tookMs: 12, at: now, body: '{}' }, { path: 'a' }],
};

/** Arguments for every function of the catalogues that takes more than names and numbers. */
export const wordingSamples: Samples = {
  cannotStartSentences: folders.flatMap((kind) => [
    [{ kind, path: '/data' }],
    [{ kind, path: '/tmp', temporary: true }],
  ]),
  brokerFailureSentences: everyBrokerFailure().flatMap((why) =>
    platforms.map((platform) => [why, platform]),
  ),
  brokerStateSentence: everyBrokerState(now).map((state) => [state, now, how]),
  certificateValues: [[certificate, how]],
  dayWords: [[now, how]],
  commandLabel: commands.flatMap(({ kind }) => [
    [kind, undefined],
    ...states.map((s) => [kind, s]),
  ]),
  solarModeWords: [['eco'], ['solar'], ['off']],
  commandTitle: progress.map((one) => [one, how]),
  progressSentence: asked,
  notConfirmedSentence: asked.filter(([{ command }]) => command.phase === 'notConfirmed'),
  failureSentence: failures.map((one) => [one, now, how]),
  failureClause: failures.map((one) => [one, now, how]),
  refusalSentence: failures.flatMap((one) => (one.kind === 'refused' ? [[one.why]] : [])),
  hindranceSentence: everyBlockedReason().map((why) => [why]),
  hindranceHint: everyBlockedReason().map((why) => [why]),
  planWords: plans.map((plan) => [plan, telling]),
  planTimes: plans.map((plan) => [plan, telling]),
  planPower: plans.map((plan) => [plan, how]),
  soonTime: [[now, telling]],
  'historySums.change': changes.map((one) => [one]),
  'historySums.changeShort': changes.map((one) => [one]),
  'historySums.changeHeard': changes.map((one) => [one]),
  'noticeText.chargeEnded': ended,
  'noticeText.chargeEndedUnseen': ended,
  'noticeText.chargeEndedNotSaid': ended,
  'noticeText.chargeStopped': ended,
  'noticeText.lastObservation': states.map((state) => [state, 'Fri 15 May, 22:41']),
  'noticeText.away': [
    ['Garage', 'charge', '12:41'],
    ['Garage', 'homePower', 'Fri 15 May, 22:41'],
  ],
  'noticeText.summary': [[3, [{ title: 'One', body: 'Two' }]]],
  'noticeText.quietSummary': [[3, [{ title: 'One', body: 'Two' }]]],
  reportText: [[report]],
  secretsWords: ['keychain', 'untilQuit', 'none'].flatMap((secrets) =>
    platforms.flatMap((platform) =>
      ['wallbox', 'fcsp'].map((brand) => [{ brand, secrets }, platform]),
    ),
  ),
  keepHint: platforms.flatMap((platform) => [
    [platform, true],
    [platform, false],
  ]),
  'foundSettings.used': [[[]], [['Developer key']]],
  'foundSettings.found': [
    [{ from: '~/.fcsp/config.json', shown: [] }],
    [{ from: '~/.fcsp/config.json', shown: ['192.0.2.7'] }],
  ],
  signInTroubleSentence: [{ kind: 'noKeychain' }, { kind: 'noAnswer' }, ...failures].flatMap(
    (why) =>
      platforms.flatMap((platform) =>
        ['wallbox', 'fcsp'].map((brand) => [why, { platform, brand, now, formatOptions: how }]),
      ),
  ),
  onceSentence: failures.flatMap((why) =>
    ['wallbox', 'fcsp'].map((brand) => [why, { brand, now, formatOptions: how }]),
  ),
  stateWords: statuses.map((status) => [status]),
  stateSentence: statuses.map((status) => [status]),
  faultCode: [[{ code: '14' }], [{ code: 'CS03', unconfirmed: true }]],
  stateLine: states.map((state) => [anObservation(state, { powerW: 22_080 }), how]),
  keychainTrouble: platforms.flatMap((platform) => [
    ['locked', platform],
    ['absent', platform],
  ]),
  historyTrouble: historyTroubles.map((trouble) => [trouble]),
};
