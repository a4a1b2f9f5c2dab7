/**
 * English, by which every other language is measured: a phrase that is missing there, or one too many,
 * does not compile. Phrases come with what is put into them already written out in the owner's way.
 */
import type { FolderTrouble } from '../domain/app/folder-trouble.ts';
import type { LinkName } from '../domain/app/link-name.ts';
import type { NoticeTest } from '../domain/app/notice-test.ts';
import type { QuietChoice } from '../domain/app/quiet.ts';
import type { NoticeKind, Settings } from '../domain/app/settings.ts';
import type { UpdateFailure, UpdateWaits } from '../domain/app/update.ts';
import type { CommandKind } from '../domain/charger/command.ts';
import type { DetailKey } from '../domain/charger/details.ts';
import type { SolarMode } from '../domain/charger/observation.ts';
import type { BlockedReason } from '../domain/charger/permission.ts';
import type { ChargerStateName, QueueCause } from '../domain/charger/status.ts';
import type { Refusal } from '../domain/failure.ts';
import type { PlanBlockedReason, PlanView } from '../domain/price/charge-plan.ts';
import type {
  Interruption,
  Session,
  SessionCost,
  SessionSource,
  SessionTag,
} from '../domain/session/history.ts';
import type { ChangeFailure, CorrectionFault } from '../domain/session/session-change.ts';
import type { ChangeSaid } from '../text/change-said.ts';
import type { Platform } from '../text/platform.ts';
import { pluralsOf } from '../text/plurals.ts';

const plural = pluralsOf('en', [1]);
const arrows = { more: '▲', less: '▼' } as const;

export const phrases = {
  /** ISO 639: what `lang` says of a page that speaks it. */
  code: 'en',
  /** The tray's own words. Everything else in it comes from the states and the commands. */
  tray: {
    noChargers: 'ChargeTray: no chargers yet',
    addCharger: 'Add a charger…',
    allHidden: 'ChargeTray: all chargers are hidden',
    looking: 'ChargeTray: loading your chargers…',
    keychains: {
      locked: { line: 'ChargeTray: unlock the keychain', entry: 'Unlock the keychain…' },
      silent: { line: 'ChargeTray: the keyring isn’t responding', entry: 'Try the keyring again' },
    },
    notRead: 'no data yet',
    outdated: (since: string) => `as of ${since}`,
    away: ({ since, state }: { readonly since: string; readonly state: string }) =>
      `unreachable since ${since} (was: ${state})`,
    powerCut: 'power cut',
    nextStart: (time: string) => `next start ${time}`,
    doubts: {
      certificateChanged: 'certificate changed',
      otherCharger: 'different charger found',
    },
    /** A charger or account, and what there is to say of it. */
    named: ({ name, words }: { readonly name: string; readonly words: string }) =>
      `${name}: ${words}`,
    becauseHint: ({ label, hint }: { readonly label: string; readonly hint: string }) =>
      `${label} (${hint})`,
    withValue: ({ label, value }: { readonly label: string; readonly value: string }) =>
      `${label}: ${value}`,
    highest: (limit: string) => `${limit} (max)`,
    scheduleUnknown: 'schedule unknown',
    unlockWaiting: (name: string) => `Unlock ${name} (car waiting)`,
    showDetails: 'Show details',
    more: (count: number) => `More chargers… (${count})`,
    signInEntries: (count: number) => `Sign in to ${count} accounts…`,
    chargers: (count: number) => `${count} chargers`,
    /** `power` is that of all who charge, where it is known. */
    summary: ({
      count,
      charging,
      power,
    }: {
      readonly count: number;
      readonly charging: number;
      readonly power?: string | undefined;
    }) => {
      if (charging === 0) return `${count} chargers: none charging`;
      return power === undefined
        ? `${count} chargers: ${charging} charging`
        : `${count} chargers: ${charging} charging, ${power}`;
    },
    open: 'Open ChargeTray',
    history: 'History',
    notifications: 'Notifications',
    offUntil: (time: string) => `Off until ${time}`,
    refresh: 'Refresh now',
    settings: 'Settings…',
    quit: 'Quit',
  },
  /** Durations; the unit keeps to its number. */
  duration: {
    underMinute: '<1\u00a0min',
    minutes: (minutes: string) => `${minutes}\u00a0min`,
    /** Minutes have two digits. */
    hours: ({ hours, minutes }: { readonly hours: string; readonly minutes: string }) =>
      `${hours}\u00a0h\u00a0${minutes}\u00a0min`,
  },
  /** A time of another day: `Sat 3 Oct, 14:15`. */
  dayAndTime: ({ day, time }: { readonly day: string; readonly time: string }) => `${day}, ${time}`,
  /** The state in few words, for a pill or a heading. */
  states: {
    charging: 'Charging',
    discharging: 'Powering your home',
    preparing: 'Preparing',
    transferring: 'Power is flowing',
    waiting: 'Plugged in',
    queued: 'Waiting for power',
    scheduled: 'Scheduled',
    paused: 'Paused',
    pausedOrFinished: 'Stopped or finished',
    complete: 'Charge complete',
    locked: 'Locked',
    available: 'Ready',
    updating: 'Updating',
    error: 'Fault',
    unconfirmedFault: 'Fault (unconfirmed)',
    offline: 'Offline',
    unknown: 'Unknown state',
  },
  /** The state with what it knows, where that is more than the few words. */
  stateSentences: {
    preparing: 'Preparing to power your home',
    transferring: 'Power is flowing, direction unknown',
    noPower: 'Plugged in, no power flowing',
    waiting: 'Plugged in, waiting for car',
    queued: (cause: string) => `Waiting for power (${cause})`,
    lockedCar: 'Locked, car waiting',
    updating: 'Updating firmware',
    error: (code: string) => `Fault, code ${code}`,
    unknown: (code: string) => `Unknown state (${code})`,
    unconfirmedCode: (code: string) => `${code} (unconfirmed)`,
    /** `Charging 7.2 kW`. */
    withPower: ({ state, power }: { readonly state: string; readonly power: string }) =>
      `${state} ${power}`,
  },
  /** Why a charger waits for power; some are the brand's own features. */
  queueCauses: {
    loadSharing: 'Power Sharing',
    loadBalancing: 'Power Boost',
    solarMode: 'Eco-Smart',
    meterFailed: 'meter failed',
    meterMargin: 'meter out of tolerance',
  } satisfies Record<QueueCause, string>,
  /** A command: the button, what became of it, and why it did not work. */
  commands: {
    chargeNow: 'Charge now',
    limit: (current: string) => `Current limit ${current}`,
    solarMode: (mode: string) => `Eco-Smart: ${mode}`,
    /** A command that no person gave, but a plan of theirs. */
    byAutomation: (command: string) => `${command} (automation)`,
    byPlan: (command: string) => `${command} (by plan)`,
    /** A command, and what became of it. */
    outcome: ({ command, outcome }: { readonly command: string; readonly outcome: string }) =>
      `${command}: ${outcome}`,
    sending: 'sending…',
    confirmed: 'confirmed.',
    notConfirmed: (said: string) => `not confirmed. ${said}`,
    sent: { waiting: 'sent, waiting for confirmation.', notYet: 'sent, not confirmed yet.' },
    replyLost: {
      waiting: 'the reply was lost, so it may have worked. Waiting for confirmation.',
      notYet: 'the reply was lost, so it may have worked. Not confirmed yet.',
    },
    noReading: 'There was no reading in time to confirm it.',
    noData: 'No data yet.',
    noDataSince: (time: string) => `No data since ${time}.`,
    check: (said: string) => `${said} Check the charger.`,
    offline: 'The charger is offline.',
    stillReports: (value: string) => `The charger still reports: ${value}.`,
    locked: 'Locked',
    unlocked: 'Unlocked',
    rateLimited: (time: string) => `not sent, too many requests. Try again after ${time}.`,
    unreachable: 'not sent, no connection. Try again.',
    timedOut: 'not sent, no response. Try again.',
    serverError: 'not sent, the server reported an error. Try again in a few minutes.',
  },
  /** A failure as a sentence that says what to do. */
  failures: {
    signInRefused: 'The sign-in was rejected. Check your sign-in details.',
    signInRefusedUntil: (time: string) =>
      `The sign-in was rejected. Check your sign-in details. Retrying at ${time}.`,
    signInNeeded: 'Sign in again to continue.',
    rateLimited: (time: string) => `Too many requests. Retrying at ${time}.`,
    unreachable: {
      unknownName: 'No device with that name was found. Check the address.',
      connectionRefused: 'Nothing is listening on that port. Check the address.',
      unknown: 'No connection. Check your network. Retrying automatically.',
    },
    timedOut: 'No response. Retrying automatically.',
    serverError: 'The server reported an error. Retrying automatically.',
    notUnderstood:
      'Unexpected response. If this keeps happening, copy the diagnostics and report it.',
    certificateChanged:
      'The certificate isn’t the one you trusted. Nothing is sent until you confirm it.',
    otherCharger: ({ found, known }: { readonly found: string; readonly known: string }) =>
      `Found ${found} at this address, expected ${known}. Choose which to use.`,
    oldTls:
      'The charger supports only outdated encryption (TLS 1.1 or older), so ChargeTray won’t connect. It needs a firmware update.',
    wrongDevice: 'The device at this address isn’t a charger of this brand. Check the address.',
    notStored: {
      ignored: 'The charger didn’t store the schedule. Check its schedules in its own app.',
      unreadable: 'Some of the charger’s schedules couldn’t be read, so none were changed.',
      full: 'The charger has no room for another schedule. Remove one in its own app.',
      tooOften: 'The charger’s schedules were changed too often today. Try again tomorrow.',
    },
    notSupported: 'This charger can’t do that.',
    notFound: 'This charger isn’t in your account. It may have been removed.',
  },
  /** The same as a clause after a colon, without advice. */
  failureClauses: {
    signInNeeded: 'sign-in required',
    signInRefusedUntil: (time: string) => `sign-in rejected, retrying at ${time}`,
    rateLimited: (time: string) => `too many requests, retrying at ${time}`,
    unreachable: {
      unknownName: 'its name can’t be found',
      connectionRefused: 'nothing is listening on its port',
      unknown: 'no connection',
    },
    timedOut: 'no response',
    serverError: 'server error',
    notUnderstood: 'unexpected response',
    certificateChanged: 'certificate changed',
    otherCharger: 'different charger at this address',
    oldTls: 'outdated encryption',
    wrongDevice: 'not a charger of this brand',
    refused: 'request refused',
    notStored: 'schedule not stored',
    notSupported: 'not supported by the charger',
    notFound: 'not found in your account',
  },
  /** Why a charger refused a command. */
  refusals: {
    locked: 'The charger is locked. Unlock it first.',
    foreignControl: 'Another system (OCPP) controls this charger. Use that system instead.',
    noRight: 'Your account can’t control this charger. Ask the owner for admin access.',
    notNow: 'Not possible right now. Try again in a minute.',
    updating: 'The charger is updating. Wait until it’s finished.',
    noReason: 'The charger rejected the command without a reason.',
    unclear: 'The charger rejected the command. The next reading may show why.',
  } satisfies Record<Refusal, string>,
  /** Why a button is disabled. */
  hindrances: {
    neverRead: 'No data from the charger yet.',
    signInNeeded: 'Sign in first.',
    offline: 'The charger is offline.',
    updating: 'The charger is updating.',
    locked: 'Unlock the charger first.',
    foreignControl: 'Another system (OCPP) controls this charger.',
    noRight: 'Your account can’t control this charger.',
    nothingToPause: 'Nothing to pause.',
    nothingToResume: 'Nothing to resume.',
    noCar: 'No car is plugged in.',
    onSchedule: 'Already following its schedule.',
    alreadyLocked: 'Already locked.',
    alreadyUnlocked: 'Already unlocked.',
    noUpdate: 'The firmware is up to date.',
    busyCharging: 'Not while charging. Pause first.',
    fault: 'The charger reports a fault.',
    unrecognised: 'Unknown charger state.',
  } satisfies Record<BlockedReason, string>,
  /** The same in two or three words, in the label of a disabled menu entry. */
  hindranceHints: {
    neverRead: 'no data yet',
    signInNeeded: 'sign in first',
    offline: 'charger offline',
    updating: 'updating',
    locked: 'locked',
    foreignControl: 'controlled by OCPP',
    noRight: 'no permission',
    noCar: 'no car',
    fault: 'fault',
    unrecognised: 'unknown state',
  },
  /** What adding a charger, signing in and asking once can end in. */
  signIn: {
    kept: (place: string) => `Saved only in ${place}.`,
    notKept: 'Not saved. You’ll sign in again next time.',
    noKeychain: ({
      secret,
      keychain,
      untilQuit,
    }: {
      readonly secret: string;
      readonly keychain: string;
      readonly untilQuit: string;
    }) =>
      `The ${secret} can’t be saved because ${keychain} is locked or missing. Unlock it and try again, or choose “${untilQuit}”.`,
    noAnswer: 'Something went wrong. Try again.',
    rateLimited: (time: string) => `Too many attempts. Try again after ${time}.`,
  },
  /** What a locked or absent keychain means and what to do; `keychain` is one of their names above. */
  keychainTroubles: {
    lockedKeyring: 'Keyring locked',
    locked: 'Keychain locked',
    lockedBody: (keychain: string) =>
      `Unlock ${keychain} and try again. Until then, saved accounts can’t sign in.`,
    silent: {
      title: 'Keyring isn’t responding',
      body: 'Saved accounts can’t sign in until it does. Sign out of your desktop and in again to restart it.',
    },
    noKeyring: 'No keyring found',
    noKeyringBody:
      'Start GNOME Keyring or KWallet, then try again. Until then, you can sign in for this session only.',
    noKeychain: 'No keychain found',
    noKeychainBody: (keychain: string) =>
      `ChargeTray can’t reach ${keychain}. Until it can, you can sign in for this session only.`,
  },
  /** What is wrong with where the history is kept, and what to do. */
  historyTroubles: {
    corrupt: {
      title: 'History couldn’t be read',
      body: (file: string) =>
        `A new history was started. The old file was saved as ${file}. If you have a backup, restore it.`,
    },
    readOnly: {
      title: 'History can’t be saved',
      body: 'Make ChargeTray’s folder writable, then quit and reopen ChargeTray. Until then, new sessions aren’t saved.',
    },
    diskFull: {
      title: 'Disk full',
      body: 'Sessions aren’t being saved. Free up space; ChargeTray retries automatically.',
    },
    busy: {
      title: 'History file in use',
      body: 'Another program, such as a backup tool, has the file open. Close it; ChargeTray retries automatically.',
    },
    tooNew: {
      title: 'History made by a newer version',
      body: 'Install the latest version. Until then, new sessions aren’t saved and old ones aren’t changed.',
    },
    unusable: {
      title: 'History can’t be used',
      body: 'Sessions aren’t being saved. Copy the diagnostics and report it.',
    },
  },
  /** Notifications: a title, which is followed by the charger's name, and a sentence. */
  notices: {
    titled: ({ title, charger }: { readonly title: string; readonly charger: string }) =>
      `${title} · ${charger}`,
    chargeEnded: { title: 'Charge complete', body: 'Charging has ended.' },
    chargeEndedUnseen: {
      title: 'Charging ended',
      body: 'It ended while ChargeTray wasn’t connected.',
    },
    chargeEndedNotSaid: {
      title: 'Charging ended',
      body: 'The station doesn’t report whether it finished or was stopped.',
      bodyAfter: (sum: string) =>
        `${sum}. The station doesn’t report whether it finished or was stopped.`,
    },
    chargeStopped: { title: 'Charging stopped' },
    sessionsSum: {
      title: 'Charging started and stopped',
      body: ({ count, duration }: { readonly count: number; readonly duration: string }) =>
        `${count} sessions in ${duration}`,
      bodyWithEnergy: ({
        count,
        duration,
        energy,
      }: {
        readonly count: number;
        readonly duration: string;
        readonly energy: string;
      }) => `${count} sessions in ${duration}, ${energy} in total`,
    },
    carWaiting: { title: 'Car waiting', body: 'The charger is locked. Unlock it to charge.' },
    fault: {
      title: 'Fault',
      body: (code: string) => `Error ${code}. Check the charger.`,
      /** `before` is one of the sentences below. */
      bodyAfter: ({ code, before }: { readonly code: string; readonly before: string }) =>
        `Error ${code}. ${before} Check the charger.`,
    },
    faultOver: { title: 'Fault cleared', body: (state: string) => `Now: ${state}` },
    homeBegins: { title: 'Your vehicle is powering the house' },
    homeEnds: {
      title: 'Vehicle stopped powering the house',
      body: ({ charger, state }: { readonly charger: string; readonly state: string }) =>
        `${charger}: ${state}`,
    },
    powerCutBegins: { title: 'Power cut', body: 'Your home has lost grid power.' },
    powerCutEnds: { title: 'Power restored', body: 'Grid power is back.' },
    certificateChanged: {
      title: 'Certificate changed',
      body: 'Nothing is sent until you trust the new certificate. Click to compare.',
    },
    otherCharger: {
      title: 'Different charger found',
      body: 'A different charger responds at this address. Click to review.',
    },
    away: {
      title: 'Connection lost',
      charge: (time: string) => `Was charging. Last update ${time}.`,
      homePower: (time: string) => `Your vehicle was powering the house. Last update ${time}.`,
    },
    back: { title: 'Back online', body: (state: string) => `Now: ${state}` },
    notConfirmed: {
      title: 'Not confirmed',
      body: ({ command, said }: { readonly command: string; readonly said: string }) =>
        `“${command}” wasn’t confirmed. ${said}`,
    },
    chargeStarted: {
      title: 'Charging started',
      body: 'Power is flowing.',
      bodyWithPower: (power: string) => `At ${power}`,
    },
    noPower: {
      title: 'Plugged in, not charging',
      body: (time: string) => `No power since ${time}. Check the cable and the car’s own timer.`,
    },
    planInDanger: {
      title: 'Plan in danger',
      body: (plan: { readonly wanted: string; readonly possible: string; readonly time: string }) =>
        `At most ${plan.possible} of ${plan.wanted} by ${plan.time}`,
    },
    planMissed: {
      title: 'Plan missed',
      body: (plan: { readonly wanted: string; readonly charged: string; readonly time: string }) =>
        `${plan.charged} of ${plan.wanted} by ${plan.time}`,
      asleep: (sum: string) => `${sum}. The computer was asleep.`,
      offline: (sum: string) => `${sum}. The charger couldn’t be reached.`,
    },
    planStarts: {
      title: 'Charging by price begins',
      body: (time: string) => `Until ${time}`,
    },
    notPluggedIn: {
      title: 'Not plugged in',
      body: 'Plug in the car so that it can charge by price.',
      bodyBefore: (time: string) => `Plug in the car: charging by price is to begin at ${time}.`,
    },
    firmware: {
      title: 'Firmware available',
      body: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Version ${to} (installed: ${from})`,
    },
    pluggedIn: { title: 'Plugged in' },
    /** Titles for several at once; the body has one in each line. */
    summary: (count: number) => `${count} updates while you were away`,
    quietSummary: (count: number) => `${count} updates during quiet hours`,
    line: ({ title, body }: { readonly title: string; readonly body: string }) =>
      `${title}: ${body}`,
    test: { title: 'Test notification', body: 'This is how ChargeTray notifies you.' },
    /** What is known of a session that ended. */
    sum: {
      energyInTime: ({
        energy,
        duration,
      }: {
        readonly energy: string;
        readonly duration: string;
      }) => `${energy} in ${duration}`,
      after: (duration: string) => `After ${duration}`,
      withCost: ({ sum, cost }: { readonly sum: string; readonly cost: string }) =>
        `${sum}, about ${cost}`,
      cost: (cost: string) => `About ${cost}`,
    },
    /** How a session was stopped; `sum` is its energy and time. */
    stops: {
      paused: { plain: 'Paused', after: (sum: string) => `Paused after ${sum}` },
      locked: { plain: 'Locked', after: (sum: string) => `Locked after ${sum}` },
      unplugged: { plain: 'Unplugged', after: (sum: string) => `Unplugged after ${sum}` },
      unseen: { plain: 'Ended', after: (sum: string) => `Ended after ${sum}` },
      notSaid: {
        plain: 'Stopped or finished',
        after: (sum: string) => `Stopped or finished after ${sum}`,
      },
      reversed: {
        plain: 'Switched to powering your home',
        after: (sum: string) => `Switched to powering your home after ${sum}`,
      },
    },
    /** The same where a plan did it. */
    stopsByPlan: {
      paused: { plain: 'Paused by plan', after: (sum: string) => `Paused by plan after ${sum}` },
      complete: { plain: 'Ended by plan', after: (sum: string) => `Ended by plan after ${sum}` },
    },
    /** What the charger did before something happened to it, and until when. */
    wasUntil: {
      charging: (time: string) => `Was charging until ${time}.`,
      discharging: (time: string) => `Was powering your home until ${time}.`,
      transferring: (time: string) => `Power was flowing until ${time}.`,
      waiting: (time: string) => `A car was plugged in until ${time}.`,
      queued: (time: string) => `Was waiting for power until ${time}.`,
      scheduled: (time: string) => `Was waiting for its schedule until ${time}.`,
      paused: (time: string) => `Was paused or stopped until ${time}.`,
      complete: (time: string) => `The charge was complete at ${time}.`,
      locked: (time: string) => `Was locked until ${time}.`,
      lockedCar: (time: string) => `Was locked until ${time}.`,
      available: (time: string) => `Was ready until ${time}.`,
      updating: (time: string) => `Was updating its firmware until ${time}.`,
      error: (time: string) => `Had a fault until ${time}.`,
      offline: (time: string) => `Was offline until ${time}.`,
      unknown: (time: string) => `Its state was unknown until ${time}.`,
    } satisfies Record<ChargerStateName, (time: string) => string>,
  },
  /** Where the secrets of an account are; `kept` is the brand's word for them. */
  secrets: {
    keychain: ({ kept, keychain }: { readonly kept: string; readonly keychain: string }) =>
      `${kept} is stored only in ${keychain}.`,
    untilQuit: (kept: string) => `${kept} is deleted when you quit ChargeTray.`,
    none: 'No password or key stored.',
  },
  /** How long something is kept. */
  keepFor: {
    always: 'Forever',
    years: (count: number) => plural(count, { one: '1 year', other: `${count} years` }),
  },
  /** Why the app cannot start, and what to do. */
  cannotStart: {
    quit: 'Quit',
    message: (why: string) => `ChargeTray can’t start: ${why}`,
    detail: ({ advice, otherwise }: { readonly advice: string; readonly otherwise: string }) =>
      `${advice}, or ${otherwise}`,
    whenTemporary: 'set TMPDIR to another folder.',
    otherwise: 'start ChargeTray with --user-data-dir=FOLDER to use another folder.',
    advice: {
      readOnly: 'Make it writable',
      full: 'Free up some space',
      noPermission: 'Change its permissions',
      notAFolder: 'Move the file away',
      unusable: 'Check the folder',
    } satisfies Record<FolderTrouble['kind'], string>,
    why: {
      readOnly: (path: string) => `${path} is read-only.`,
      full: (path: string) => `the disk that holds ${path} is full.`,
      noPermission: (path: string) => `you don’t have permission to write to ${path}.`,
      notAFolder: (path: string) => `${path} is a file, not a folder.`,
      unusable: (path: string) => `${path} can’t be used.`,
    } satisfies Record<FolderTrouble['kind'], (path: string) => string>,
    /** Said in the terminal: there is nowhere else. */
    noDisplay: 'there’s no screen here. Start it on a desktop, or type “chargetray status”.',
    /** Said in the terminal: nobody starts it that way by a click. */
    refusedSwitch: (option: string) =>
      `ChargeTray doesn’t start with ${option} because that would weaken its protection. Leave that option out.`,
    /** Said by the package for Linux, in a terminal. */
    asRoot: 'ChargeTray doesn’t run as root. Start it from your own account, without sudo.',
  },
  /** What is said about each brand. */
  brands: {
    wallbox: {
      name: 'Wallbox',
      signInNotice: {
        title: 'Sign in to Wallbox again',
        body: 'Your chargers won’t update until you do.',
      },
      signInShort: 'sign-in required',
      signInEntry: (label: string) => `Sign in to ${label}…`,
      signInState: 'Sign-in required',
      signInNote: 'Sign in to see and control this charger.',
      signInButton: 'Sign in',
      signInTrouble: (label: string) => ({
        title: 'Sign in to Wallbox again',
        body: `The chargers of ${label} won’t update until you do.`,
      }),
      listTrouble: (_label: string) => 'Couldn’t load your Wallbox chargers',
      again: 'Sign in to Wallbox again',
      change: 'Sign in',
      changeNamed: (label: string) => `Sign in to ${label}`,
      signInStates: {
        working: 'Signing in…',
        signedIn: 'Signed in',
        signInNeeded: 'Sign-in required',
      },
      intervalHint: (least: number) =>
        `Minimum ${least} s. Updates faster while the window is open.`,
      kept: 'Your sign-in',
      forgetBody:
        'You’ll be signed out and the saved password deleted. Nothing changes on the chargers; your history stays.',
      forget: 'Remove account',
    },
    fcsp: {
      name: 'Ford Charge Station Pro',
      cannot: 'View only: this station can’t be controlled over your network.',
      signInNotice: {
        title: 'The station rejected the developer key',
        body: 'Open ChargeTray and enter the new key.',
      },
      signInShort: 'check the developer key',
      signInEntry: (label: string) => `Check the key for ${label}…`,
      signInState: 'Key rejected',
      signInNote: 'Enter this station’s developer key.',
      signInButton: 'Check the key',
      signInTrouble: (label: string) => ({
        title: 'The station rejected the developer key',
        body: `Enter the new key for ${label} to resume updates.`,
      }),
      listTrouble: (label: string) => `Couldn’t reach ${label}`,
      again: 'Edit station',
      change: 'Edit station',
      changeNamed: (label: string) => `Edit ${label}`,
      signInStates: { working: 'Connecting…', signedIn: 'Connected', signInNeeded: 'Key rejected' },
      intervalHint: (least: number) =>
        `Minimum ${least} s. Polling more often makes the station report a fault.`,
      kept: 'The developer key',
      forgetBody:
        'Its address, key and certificate will be deleted. Nothing changes on the station; your history stays.',
      forget: 'Remove station',
    },
  },
  /** The form for each brand. */
  brandForms: {
    wallbox: {
      needs:
        'Sign in with your Wallbox email and password. Pulsar, Copper, Commander and Quasar models.',
      notes: [
        'Signed up with Google or Apple? Set a password first: in the Wallbox app, sign out and choose “Forgot password”.',
        'Data comes from the Wallbox cloud and can be a minute or two behind.',
      ],
      fields: { email: 'Email', password: 'Password' },
      reveals: { password: { show: 'Show password', hide: 'Hide password' } },
      hints: {},
      hintsAgain: {},
      missing: { email: 'Enter your email.', password: 'Enter your password.' },
      fieldTrouble: { email: 'That doesn’t look like an email address. Check for typos.' },
      formTrouble: {
        refused:
          'Wrong email or password. If you use Google or Apple to sign in, set a Wallbox password first.',
        unreachable: 'No connection. Check the network and try again.',
        unknownName: 'No connection. Check the network and try again.',
        connectionRefused: 'No connection. Check the network and try again.',
        timedOut: 'Wallbox didn’t respond in time. Try again.',
        serverError: 'Wallbox is having problems. Try again in a few minutes.',
        oldTls:
          'Can’t connect securely to Wallbox. A proxy or Wi-Fi login page may be intercepting the connection.',
        wrongDevice: 'The reply didn’t come from Wallbox. Check for a Wi-Fi login page or proxy.',
      },
      submit: 'Sign in',
      busy: 'Signing in…',
      untilQuit: 'Sign in for this session only',
      secret: 'password',
      keep: 'Keep me signed in',
      privacy: 'Sent only to Wallbox. ChargeTray has no servers and collects no data.',
    },
    fcsp: {
      needs: 'Needs the station’s IP address or host name. No account.',
      notes: [
        'This computer must be on the same network as the station. No cloud involved.',
        'Shows plugged in, charging and faults. The station doesn’t report power or energy.',
      ],
      fields: { address: 'Address', name: 'Name', key: 'Developer key' },
      reveals: { key: { show: 'Show developer key', hide: 'Hide developer key' } },
      hints: {
        address: 'For example 192.0.2.10 or charger.local. Add :port if it isn’t 443.',
        name: 'For example Carport.',
        key: 'Leave empty unless your station has its own key.',
      },
      hintsAgain: { key: 'Leave empty to keep the current key.' },
      missing: { address: 'Enter the station’s address.', name: 'Enter a name.' },
      fieldTrouble: {
        address: 'Enter a host name or IP address.',
        key: 'That isn’t a valid developer key. Leave it empty or copy the key again.',
      },
      formTrouble: {
        refused:
          'The station rejected the developer key. Check it, or enter the key for your station.',
        unreachable:
          'Can’t reach the station. Check the address and that this computer is on the same network.',
        unknownName: 'No device with that name was found. Check the name or use its IP address.',
        connectionRefused: 'Nothing is listening on that port. Check the address and port.',
        timedOut: 'The station didn’t respond. It can be slow; try again.',
        serverError: 'The station reported an error. Try again in a few minutes.',
        oldTls: 'The device at this address doesn’t offer a secure connection. Check the address.',
        wrongDevice: 'This isn’t a Ford Charge Station Pro. Check the address.',
      },
      submit: 'Connect',
      busy: 'Connecting…',
      untilQuit: 'Connect for this session only',
      secret: 'developer key',
      keep: 'Save the developer key',
      privacy: 'ChargeTray connects to the station directly. Nothing leaves your network.',
    },
  },
  /** What stands on the button or menu entry. */
  commandLabels: {
    pause: 'Pause',
    resume: 'Resume',
    backToSchedule: 'Back to schedule',
    lock: 'Lock',
    unlock: 'Unlock',
    setLimit: 'Current limit',
    setSolarMode: 'Eco-Smart',
    setPrice: 'Energy price',
    reboot: 'Restart charger',
    updateSoftware: 'Update firmware',
  } satisfies Record<CommandKind, string>,
  solarModeLabels: {
    off: 'Off',
    eco: 'Eco',
    solar: 'Full Green',
  } satisfies Record<SolarMode, string>,
  /** What the modes mean; their names are the brand's own. */
  solarModeHint: 'Eco adds grid power to solar. Full Green uses solar only.',
  /** What the list of chargers says: the strip above it, its rows, and what helps where nothing can be asked. */
  chargers: {
    strip: {
      title: 'Summary',
      charging: (count: number) => `${count} charging`,
      poweringHome: (count: number) => `${count} powering your home`,
      needsYou: (count: number) =>
        plural(count, { one: '1 needs you', other: `${count} need you` }),
      pluggedIn: (count: number) => `${count} plugged in`,
      idle: 'Nothing charging',
      today: 'Today',
      unknown: (count: number) => `${count} unknown`,
    },
    row: {
      updated: (time: string) => `Updated ${time}`,
      certificateChanged: 'Certificate changed',
      otherCharger: 'Different charger found',
      notUpdatedSince: (time: string) => `Not updated since ${time}`,
      pause: (name: string) => `Pause ${name}`,
      resume: (name: string) => `Resume ${name}`,
      unlock: (name: string) => `Unlock ${name}`,
    },
    now: {
      doneAbout: (time: string) => `done about ${time}`,
    },
    help: {
      fault: 'Check the charger and the car. A restart often clears a fault.',
      offline: 'Check the charger’s power and its connection to the internet.',
      away: 'Check that this computer and the charger are online.',
      updating: 'Charging isn’t possible until the update has finished.',
      unrecognised: 'This state is new to ChargeTray. The charger’s own app can tell you more.',
      noPermission: 'Your account can’t control this charger. Ask the owner for admin access.',
      otherSystem: 'Another system controls this charger.',
      signIn: 'Sign in to see and control this charger.',
      refresh: 'Refresh now',
    },
    more: {
      details: 'Details',
      nameOf: (brand: string) => `Name in ${brand}`,
    },
    welcome: {
      title: 'ChargeTray stays in the tray',
      body: {
        linux:
          'Close this window any time. The plug icon is in your panel; click it for charging and controls.',
        darwin:
          'Close this window any time. The plug icon is in the menu bar at the top of the screen.',
        win32:
          'Close this window any time. The plug icon is by the clock; drag it out of the ^ menu to keep it in view.',
        other: 'Close this window any time. The plug icon is in your system tray.',
      },
      done: 'Got it',
    },
    hidden: (count: number) =>
      plural(count, { one: '1 hidden charger', other: `${count} hidden chargers` }),
  },
  /** The window's own words: headings, hints and labels that the tray has no place for. */
  window: {
    broken: 'ChargeTray can’t show your chargers',
    header: {
      views: 'Views',
      chargers: 'Chargers',
      market: 'Prices',
      history: 'History',
      settings: 'Settings',
      back: 'Back',
      refresh: 'Refresh now',
      starting: 'Starting…',
    },
    add: {
      title: 'Add a charger',
      intro: 'Follow charging, get told when it’s done, and pause, lock or limit it from here.',
      brand: 'Brand',
      open: 'Add a charger',
    },
    form: {
      tryKeychain: 'Try again',
    },
    charger: {
      outdatedState: (state: string) => `Last: ${state}`,
      looking: 'Loading your chargers…',
      neverState: 'No data yet',
      awayState: 'Unreachable',
      asOf: (time: string) => `Updated ${time}`,
      outdated: ({ time, because }: { readonly time: string; readonly because: string }) =>
        `Not updated since ${time}: ${because}.`,
      outdatedSince: (time: string) => `Not updated since ${time}.`,
      away: ({ time, because }: { readonly time: string; readonly because: string }) =>
        `Unreachable since ${time}: ${because}.`,
      awaySince: (time: string) => `Unreachable since ${time}.`,
      never: 'No data yet.',
      neverBecause: (because: string) => `No data yet: ${because}.`,
      show: (name: string) => `Expand ${name}`,
      hide: (name: string) => `Collapse ${name}`,
      unnamed: 'Charger',
      energy: 'Energy',
      discharged: 'Discharged',
      lastSession: 'Last session',
      time: 'Time',
      about: (amount: string) => `about ${amount}`,
      cost: 'Cost (est.)',
      fromSolar: (energy: string) => `${energy} from solar`,
      phases: (count: 1 | 3) => plural(count, { one: '1 phase', other: '3 phases' }),
      kilowatts: 'kW',
      nextStart: (time: string) => `Next start ${time}`,
      carWaits: 'A car is waiting.',
      powerCut: 'Power cut: the grid is down.',
      certificateChanged: 'Certificate changed. Nothing is sent until you trust the new one.',
      compare: 'Compare',
      otherCharger: ({ found, known }: { readonly found: string; readonly known: string }) =>
        `Different station at this address: ${found}, expected ${known}.`,
      decide: 'Review',
      tryAgain: 'Try again',
      more: 'More',
      details: 'Details',
      live: ({ name, state }: { readonly name: string; readonly state: string }) =>
        `${name}: ${state}`,
    },
    limit: {
      title: 'Limit',
      slider: 'Current limit',
      less: 'Decrease limit',
      more: 'Increase limit',
      number: 'Current limit in amps',
      unit: 'A',
      unknown: 'Limit unknown.',
    },
    price: {
      title: 'Energy price',
      perKwh: (amount: string) => `${amount} per kWh`,
      unknown: 'Not set',
      change: 'Change price',
      field: (currency: string) => `Price per kWh in ${currency}`,
      fieldPlain: 'Price per kWh',
      save: 'Save price',
      cancel: 'Cancel',
    },
    update: {
      offer: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Firmware ${to} available (installed: ${from}).`,
    },
    confirm: {
      cancel: 'Cancel',
      rebootTitle: (name: string) => `Restart ${name}?`,
      rebootBody:
        'The charger goes offline and reconnects automatically, usually within a few minutes.',
      updateTitle: (name: string) => `Update the firmware of ${name}?`,
      updateBody: (to: string) =>
        `Installs version ${to} and restarts. Charging isn’t possible until it’s finished.`,
      forgetTitle: (label: string) => `Remove ${label}?`,
    },
    details: {
      loading: 'Loading…',
      none: 'No further details.',
      copyShort: 'Copy',
      copy: (label: string) => `Copy ${label}`,
      showShort: 'Show…',
      show: (label: string) => `Show ${label}`,
    },
    copy: {
      diagnostics: 'Copy diagnostics',
      done: 'Copied',
      diagnosticsHint: 'Technical details for support. No passwords or email addresses.',
    },
    picture: {
      title: 'Power and energy of this session',
      span: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Power and energy of this session, ${from} to ${to}.`,
      highest: (power: string) => `Peak power ${power}.`,
      sum: (energy: string) => `${energy} so far.`,
      time: 'Time',
      power: 'Power',
      energy: 'Energy',
      unknown: 'unknown',
      kilowatts: (number: string) => `${number} kW`,
      kilowattHours: 'kWh',
      inKilowattHours: (number: string) => `${number} kWh`,
    },
  },
  detailLabels: {
    model: 'Model',
    partNumber: 'Part number',
    serialNumber: 'Serial number',
    chargerId: 'Charger ID',
    software: 'Firmware',
    latestSoftware: 'Latest firmware',
    connection: 'Connection',
    signal: 'Signal',
    lastSync: 'Last cloud contact',
    statusCode: 'Status code',
    controlledBy: 'Controlled by',
    phases: 'Phases',
    maxCurrent: 'Maximum current',
    powerBoostLimit: 'Power Boost limit',
    group: 'Group',
    yourRight: 'Your role',
    autoLock: 'Auto-lock after',
    monthEnergy: 'Energy this month',
    monthSessions: 'Sessions this month',
    stationId: 'Station ID',
    stationPassword: 'Station password',
    hardware: 'Hardware',
    systemSoftware: 'System firmware',
    wifiSoftware: 'Wi-Fi firmware',
    ipAddress: 'IP address',
    wifiAddress: 'Wi-Fi MAC address',
    bluetoothAddress: 'Bluetooth MAC address',
    wifiNetwork: 'Wi-Fi network',
    setUpCode: 'Setup code',
    grid: 'Grid',
    inverter: 'Inverter',
    inverterSerial: 'Inverter serial number',
    inverterFirmware: 'Inverter firmware',
    inverterState: 'Inverter state',
  } satisfies Record<DetailKey, string>,
  /** What a cloud says in codes of its own; one that is not here is shown as it is. */
  detailValues: {
    connection: { wifi: 'Wi-Fi' },
    yourRight: { user: 'User', admin: 'Administrator', 'super-admin': 'Super administrator' },
  },
  /** Words for what a station in the local network tells besides its state. */
  station: {
    grid: { present: 'Present', powerCut: 'Power cut', unknown: 'Unknown' },
    /** What an inverter that can feed the house is doing. */
    phase: {
      off: 'Off',
      preparing: 'Preparing',
      active: 'Powering your home',
      other: 'Unknown',
    },
    /** With its own word for it, because people ask for it. */
    inverter: ({ phase, code }: { readonly phase: string; readonly code: string }) =>
      `${phase} (${code})`,
    /** In a report, in the place of an answer that is not shown. */
    notShown: {
      webPage: (size: string) => `Web page, ${size}, not shown`,
      other: (size: string) => `Not JSON, ${size}, not shown`,
      nothing: 'Empty',
    },
  },
  /** What the safe place for secrets is called on each system. */
  keychainNames: {
    linux: 'your system keyring',
    darwin: 'your Mac’s keychain',
    win32: 'Windows Credential Manager',
    other: 'your system keychain',
  } satisfies Record<Platform, string>,
  /** Words of the form that do not depend on the brand. */
  form: {
    optional: 'optional',
    /** Where a brand has no sentence of its own for a field. */
    missing: 'Fill in this field.',
    wrong: 'Check this field.',
    cancel: 'Cancel',
    keepBlocking: 'Keep blocking',
    /** Where a brand has no words of its own for a field. */
    show: 'Show',
    hide: 'Hide',
  },
  /** Settings of another program, offered in the form. */
  foundSettings: {
    found: ({ from, shown }: { readonly from: string; readonly shown: readonly string[] }) =>
      shown.length > 0
        ? `Found fcsp-api settings in ${from}: ${shown.join(', ')}.`
        : `Found fcsp-api settings in ${from}.`,
    secret: (field: string) => `“${field}” is included but not shown.`,
    use: 'Use these settings',
    used: (secrets: readonly string[]) =>
      secrets.length > 0
        ? `Filled in. Leave “${secrets.join('”, “')}” empty to use the one found.`
        : 'Filled in.',
    undo: 'Undo',
    skipped: (file: string) => `${file} couldn’t be read.`,
  },
  /** A different station was found at the address of a known one. */
  otherCharger: {
    title: 'Different station at this address',
    body: ({ found, known }: { readonly found: string; readonly known: string }) =>
      `Found ${found}, expected ${known}. Check the address. If yours was replaced, use this station.`,
    accept: 'Use this station',
  },
  /** Words about a certificate that its owner is asked to confirm. Dates come written out. */
  certificate: {
    first: {
      title: 'Is this your station?',
      body: 'Nothing has been sent yet. Compare the fingerprint if you can. If you trust it, only this certificate will be accepted.',
      accept: 'Trust and connect',
    },
    changed: {
      title: 'The station’s certificate has changed',
      body: 'Nothing has been sent. Normal after a reset or update, but it could also be another device posing as your station.',
      accept: 'Trust new certificate',
    },
    facts: {
      fingerprint: 'Fingerprint (SHA-256)',
      subject: 'Issued to',
      valid: 'Valid',
      key: 'Key',
    },
    copy: 'Copy fingerprint',
    copyKnown: 'Copy trusted fingerprint',
    copyNew: 'Copy new fingerprint',
    known: 'Trusted',
    offered: 'New',
    differs: 'Changed',
    same: 'Same',
    noSubject: 'Not specified',
    noKey: 'Unknown',
    span: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} to ${to}`,
    expired: 'Expired. Common on these stations; what matters is that it doesn’t change.',
    notYet: 'Not valid yet. Common on these stations; what matters is that it doesn’t change.',
    weak: 'Weak key by today’s standards; the station offers no other.',
  },
  /** What stands in the way, and what to do. */
  troubles: {
    title: 'Needs attention',
    noTray: {
      title: 'No tray on this desktop',
      body: 'This desktop doesn’t show tray icons, so ChargeTray stays in this window. On GNOME, the AppIndicator extension adds a tray.',
    },
    empty: (label: string) => ({
      title: 'No chargers in this account',
      body: `No chargers in ${label}. Add one in your charger’s app or ask its owner to share it.`,
    }),
    stuck: (time: string) => ({
      title: 'This view is out of date',
      body: `Not updated since ${time}: something went wrong in ChargeTray. The tray is still up to date. Copy the diagnostics and report it.`,
    }),
    disk: {
      title: 'ChargeTray can’t save its data',
      body: 'Free up space or make its folder writable. Until then, notifications may repeat or get lost after a restart.',
    },
    lostSettings: (keys: readonly string[]) => ({
      title: 'Some settings couldn’t be read',
      body: `Reset to defaults: ${keys.join(', ')}.`,
    }),
    unreadableSettings: (file: string) => ({
      title: 'Settings couldn’t be read',
      body: `ChargeTray is using its defaults. The old file was saved as ${file}.`,
    }),
    lostMemory: (file: string, isNewer: boolean) => ({
      title: isNewer ? 'Saved data made by a newer version' : 'Some saved data couldn’t be read',
      body: `Readings are fetched again; a notification may be missing. The old file was saved as ${file}.`,
    }),
  },
  /** What is left to say when the window itself is in trouble. */
  broken: {
    noBridge: 'This window lost its connection to ChargeTray. Quit ChargeTray and start it again.',
    noAnswer: 'ChargeTray isn’t responding. Quit it and start it again.',
    fault: 'Something went wrong in this window. Your chargers aren’t affected.',
    notDone: 'Something went wrong. Try again.',
  },
  /** What became of a test notification, in the settings. */
  noticeTests: {
    shown: 'Sent. Not visible? Check your system settings.',
    noService:
      'Nothing on this desktop shows notifications. Install or start a notification service.',
    refused: 'Your desktop rejected the notification.',
    noAnswer: 'Your desktop’s notification service isn’t responding.',
    unsupported: 'Notifications aren’t supported on this system.',
  } satisfies Record<NoticeTest, string>,
  /** The name of each kind in the settings. */
  noticeKinds: {
    chargeEnded: 'Charge complete',
    chargeStopped: 'Charge stopped early',
    carWaiting: 'Car waiting at a locked charger',
    fault: 'Faults and recovery',
    poweringHome: 'Vehicle powering the house',
    powerCut: 'Power cuts and recovery',
    signInNeeded: 'Sign-in required',
    identity: 'Certificate or charger changed',
    unreachable: 'Connection lost while charging',
    notConfirmed: 'Command not confirmed',
    noPower: 'Plugged in, but not charging',
    plan: 'Price plan in danger or missed',
    planStarts: 'Charging by price begins',
    notPluggedIn: 'Car not plugged in for charging by price',
    chargeStarted: 'Charge started',
    pluggedIn: 'Car plugged in',
    firmware: 'Firmware available',
  } satisfies Record<NoticeKind, string>,
  /** Words of the history: what is shown, and the list. Numbers and times come written out. */
  history: {
    title: 'History',
    open: 'History',
    openOf: (name: string) => `History of ${name}`,
    span: {
      unit: 'Period',
      month: 'Month',
      year: 'Year',
      all: 'All',
      allTime: 'All time',
      today: 'Today',
      before: { month: 'Previous month', year: 'Previous year' },
      after: { month: 'Next month', year: 'Next year' },
    },
    charger: 'Charger',
    allChargers: 'All chargers',
    list: {
      title: 'Sessions',
      search: 'Search charger, date, tag or note',
      searchShort: 'Search',
      source: 'Source',
      more: 'Show more',
      shown: ({ shown, all }: { readonly shown: number; readonly all: string }) =>
        `${shown} of ${all}`,
      count: (count: number) => plural(count, { one: '1 session', other: `${count} sessions` }),
      runs: 'in progress',
      unknown: 'unknown',
      average: (power: string) => `${power} on average`,
      unknownEnergy: 'energy unknown',
      noEnergy: 'no energy',
      showEmpty: (count: number) =>
        plural(count, {
          one: 'Show 1 session without energy',
          other: `Show ${count} sessions without energy`,
        }),
      /** From when to when, and how many days later that is. */
      times: ({
        from,
        to,
        days,
      }: {
        readonly from: string;
        readonly to: string;
        readonly days: number;
      }) => {
        if (days === 0) return `${from}–${to}`;
        return plural(days, {
          one: `${from}–${to} (+1 day)`,
          other: `${from}–${to} (+${days} days)`,
        });
      },
      about: (amount: string) => `about ${amount}`,
      loading: 'Loading…',
      noneEver: 'No sessions yet.',
      none: (span: string) => `No sessions in ${span}.`,
      noneYet: (span: string) => `No sessions yet in ${span}.`,
      automatic: 'New sessions appear automatically.',
      notFound: 'No matching sessions. Change the search or filter.',
      clear: 'Show all',
    },
    tools: {
      export: 'Export…',
      statement: 'Statement…',
      prices: 'Energy price…',
      fetch: 'Import from Wallbox…',
    },
  },
  /** Words of the history's sums: its tiles and its bars. Numbers and times come written out. */
  historySums: {
    title: 'Totals',
    tiles: {
      energy: 'Energy',
      cost: 'Cost',
      averagePrice: 'Average price',
      sessions: 'Sessions',
    },
    unknown: 'unknown',
    /** A price per kWh. */
    perKwh: (amount: string) => `${amount}/kWh`,
    solar: (share: string) => `${share} solar`,
    /** Of some sessions it is not known how much was solar. */
    solarAtLeast: (share: string) => `at least ${share} solar`,
    /** What plans have saved against charging at once. */
    savedByPlan: (amount: string) => `${amount} saved by plan`,
    charging: (time: string) => `${time} charging`,
    /** As it is seen; short where something else stands beside it. */
    change: ({ trend, percent, before }: ChangeSaid) =>
      trend === 'same' ? `similar to ${before}` : `${arrows[trend]} ${percent} vs ${before}`,
    changeShort: ({ trend, percent, before }: ChangeSaid) =>
      trend === 'same' ? `similar to ${before}` : `${arrows[trend]} ${percent}`,
    /** The same as it is heard. */
    changeHeard: ({ trend, percent, before, isRunning }: ChangeSaid) => {
      const then = isRunning ? `by this time in ${before}` : `in ${before}`;
      return trend === 'same' ? `about the same as ${then}` : `${percent} ${trend} than ${then}`;
    },
    withoutEnergy: (count: number) =>
      plural(count, {
        one: 'Energy unknown for 1 session (not included).',
        other: `Energy unknown for ${count} sessions (not included).`,
      }),
    withoutCost: (count: number) =>
      plural(count, {
        one: 'Cost unknown for 1 session (not included).',
        other: `Cost unknown for ${count} sessions (not included).`,
      }),
    withoutBoth: (count: number) =>
      plural(count, {
        one: 'Energy and cost unknown for 1 session (not included).',
        other: `Energy and cost unknown for ${count} sessions (not included).`,
      }),
    bars: {
      energy: { month: 'Energy by day', year: 'Energy by month', all: 'Energy by year' },
      time: {
        month: 'Charging time by day',
        year: 'Charging time by month',
        all: 'Charging time by year',
      },
      label: ({
        title,
        span,
        sum,
      }: {
        readonly title: string;
        readonly span: string;
        readonly sum: string;
      }) => `${title}, ${span}: ${sum} total`,
      period: { month: 'Day', year: 'Month', all: 'Year' },
      measures: { energy: 'Energy', time: 'Charging time' },
      hours: 'h',
      solar: 'Solar',
      other: 'Other',
      sessions: 'Sessions',
      /** A bar in words. */
      bar: ({ name, facts }: { readonly name: string; readonly facts: string }) =>
        `${name}: ${facts}`,
      solarPart: (energy: string) => `${energy} solar`,
      count: (count: number) => plural(count, { one: '1 session', other: `${count} sessions` }),
      none: 'no sessions',
    },
    /** The list shows one day only. */
    day: (name: string) => `${name}: show all days`,
  },
  /** Where a session is known from, in the filter. */
  sourceLabels: {
    any: 'All sources',
    recorded: 'This computer',
    cloud: 'Wallbox',
    both: 'Both',
  } satisfies Record<'any' | SessionSource, string>,
  /** The same as a mark on a session. */
  sources: {
    recorded: 'Recorded on this computer',
    cloud: 'From Wallbox',
    both: 'This computer and Wallbox',
  } satisfies Record<SessionSource, string>,
  /** Words of the export. */
  exporting: {
    title: 'Export',
    what: 'Data',
    whats: { sessions: 'Sessions', samples: 'All readings' },
    format: 'Format',
    formats: { csv: 'CSV', json: 'JSON' },
    excel: 'Excel format',
    excelHint: 'Opens in columns, with numbers and dates in your regional format.',
    range: ({ span, charger }: { readonly span: string; readonly charger: string | undefined }) =>
      charger === undefined ? `All of ${span}.` : `${charger}, ${span}.`,
    /** Of all time. */
    rangeAll: (charger: string | undefined) =>
      charger === undefined ? 'All sessions.' : `${charger}, all sessions.`,
    save: 'Save as…',
    stop: 'Stop',
    rows: (count: string) => `${count} rows so far…`,
    begun: 'Choose where to save the file.',
    saved: 'Saved',
    cancelled: 'Not saved',
    failed: 'Couldn’t save. Try another folder.',
  },
  /** Words around importing earlier sessions from a brand's cloud. */
  fetching: {
    offer: (brand: string) => `Import from ${brand}`,
    offerFor: ({ brand, name }: { readonly brand: string; readonly name: string }) =>
      `Import ${name} from ${brand}`,
    hint: 'Imports earlier sessions, one request a minute. This can take a while.',
    busy: 'Importing… You can keep working.',
    done: (count: number) =>
      count === 0
        ? 'Nothing new to import.'
        : `Imported ${plural(count, { one: '1 session', other: `${count} sessions` })}.`,
  },
  /** Words of one session. */
  session: {
    gone: 'This session has been deleted.',
    span: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} to ${to}`,
    times: ({ from, to }: { readonly from: string; readonly to: string }) => `${from}–${to}`,
    moment: ({ day, time }: { readonly day: string; readonly time: string }) => `${day}, ${time}`,
    /** On a picture that is saved: whose it is, and of when. */
    pictureOf: ({ name, day }: { readonly name: string; readonly day: string }) =>
      `${name}, ${day}`,
    loading: 'Loading…',
    facts: {
      start: 'Start',
      end: 'End',
      duration: 'Duration',
      charging: 'Charging time',
      energy: 'Energy',
      green: 'Solar',
      average: 'Average power',
      peak: 'Peak power',
      cost: 'Cost',
      saved: 'Saved by plan',
      source: 'Source',
    },
    before: (time: string) => `before ${time}`,
    runs: 'In progress.',
    estimated: 'Estimate: data is missing and the price changed.',
    gap: ({ from, to }: { readonly from: string; readonly to: string }) =>
      `No data from ${from} to ${to}.`,
    gapsUnknown: 'Some data is missing.',
    noPicture: 'No readings recorded.',
    picture: {
      title: 'Power and energy of this session',
      summary: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Power and energy from ${from} to ${to}.`,
      keys: 'Arrow keys to move, + and − to zoom, 0 to reset.',
      limit: (current: string) => `limit ${current}`,
      nothing: 'no data',
      at: ({ time, parts }: { readonly time: string; readonly parts: readonly string[] }) =>
        `${time}: ${parts.join(', ')}`,
      hint: 'Hover or use arrow keys to read values.',
      closer: 'Zoom in',
      wider: 'Zoom out',
      whole: 'Reset zoom',
      save: 'Save chart…',
      fileName: ({ charger, day }: { readonly charger: string; readonly day: string }) =>
        `${charger} ${day}.png`,
      legend: { power: 'Power', energy: 'Energy', limit: 'Limit', interruption: 'No power' },
      time: 'Time',
      limitColumn: 'Limit',
      unknown: 'unknown',
      shown: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Shown: ${from} to ${to}.`,
    },
    states: {
      title: 'Timeline',
      summary: ({ from, to }: { readonly from: string; readonly to: string }) =>
        `Timeline from ${from} to ${to}.`,
      noNumbers: 'The station doesn’t report power or energy.',
      more: (count: number) => `… and ${count} more changes.`,
    },
  },
  /** Why no power flowed. */
  interruptions: {
    queue: 'waiting for power',
    schedule: 'waiting for its schedule',
    pause: 'paused or locked',
    planPause: 'paused by plan',
    planSchedule: 'waiting for cheap hours',
    waiting: 'car not drawing power',
    fault: 'fault',
    offline: 'charger offline',
    gap: 'no data',
  } satisfies Record<Interruption['kind'], string>,
  /** What a charger reported for a while, as far as it was recorded; and where there is no data. */
  runs: {
    charging: 'Charging',
    discharging: 'Powering your home',
    transferring: 'Power is flowing',
    waiting: 'Plugged in, no power flowing',
    queued: 'Waiting for power',
    scheduled: 'Scheduled',
    paused: 'Paused or stopped',
    complete: 'Charge complete',
    locked: 'Locked',
    lockedCar: 'Locked, car waiting',
    available: 'Ready',
    updating: 'Updating',
    error: 'Fault',
    offline: 'Offline',
    unknown: 'Unknown state',
    planPause: 'Paused by plan',
    planSchedule: 'Waiting for cheap hours',
    gap: 'No data',
  } satisfies Record<ChargerStateName | 'planPause' | 'planSchedule' | 'gap', string>,
  /** How a session ended. */
  ends: {
    complete: 'charge complete',
    paused: 'paused',
    locked: 'locked',
    unplugged: 'unplugged',
    unseen: 'not observed',
    notSaid: 'stopped or finished',
    reversed: 'switched to powering your home',
  } satisfies Record<NonNullable<Session['end']>, string>,
  /** A session that a plan charged by price, and how it ended where the plan ended it. */
  plannedSession: {
    label: 'Charged',
    byPrice: 'By price',
    ends: { paused: 'paused by plan', complete: 'ended by plan' },
  },
  /** Where the cost of a session comes from. */
  costOrigins: {
    entered: 'entered by you',
    own: 'your tariff',
    charger: 'charger’s tariff',
    cloud: 'from Wallbox',
  } satisfies Record<SessionCost['origin'], string>,
  /** What a session was for, on its page and on a pill in the list. */
  tagLabels: { business: 'Business', private: 'Private' } satisfies Record<SessionTag, string>,
  tagChoices: { none: 'None', business: 'Business', private: 'Private' } satisfies Record<
    'none' | SessionTag,
    string
  >,
  /** Words for what an owner says of a session. */
  sessionEdit: {
    title: 'Your notes',
    tag: 'Purpose',
    note: 'Note',
    noteLeft: (left: number) =>
      plural(left, { one: '1 character left', other: `${left} characters left` }),
    saveNote: 'Save note',
    noteSaved: 'Note saved.',
    correct: 'Correct…',
    delete: 'Delete',
    form: {
      title: 'Correct this session',
      start: 'Start',
      end: 'End',
      energy: 'Energy, kWh',
      energyHint: (recorded: string | undefined) =>
        recorded === undefined
          ? 'None was recorded.'
          : `Recorded: ${recorded}. Leave empty to use it.`,
      cost: 'Cost',
      costHint: 'Leave empty to calculate it from the energy price.',
      currency: 'Currency',
      save: 'Save',
      cancel: 'Cancel',
      undo: 'Use recorded values',
    },
    corrected: (recorded: string) => `Corrected. Recorded: ${recorded}`,
    correctedUnknown: 'Corrected. Nothing was recorded.',
    deleted: 'Session deleted',
    undo: 'Undo',
    restorable: 'You can restore it for 30 days: History, Deleted.',
  },
  /** What is wrong with a correction, beside its field. */
  correctionFaults: {
    noTime: 'Enter a date and a time.',
    noNumber: 'Enter a number, such as 10.5.',
    endFirst: 'The end must be after the start.',
    future: 'This time is in the future.',
    tooLong: 'A session can last 31 days at most.',
    energy: 'Enter an energy from 0 to 1,000 kWh.',
    cost: 'Enter an amount below 1,000,000 with at most 2 decimal places.',
  } satisfies Record<CorrectionFault | 'noTime' | 'noNumber', string>,
  /** Why a session was not changed. */
  changeFailures: {
    gone: 'This session no longer exists.',
    running: 'This session is still in progress. Try again once it has ended.',
    impossible: 'These values can’t be those of one session. Check them and try again.',
    notKept: 'This couldn’t be saved. Check the disk, then try again.',
  } satisfies Record<ChangeFailure['kind'], string>,
  /** Words of the list of deleted sessions. */
  deletedSessions: {
    open: (count: number) => `Deleted (${count})`,
    hint: 'Deleted sessions are removed for good after 30 days.',
    restore: 'Restore',
    restoreOf: (session: string) => `Restore ${session}`,
    restored: 'Restored.',
    row: ({ day, amount }: { readonly day: string; readonly amount: string }) =>
      `${day}, ${amount}`,
  },
  /** Words of a statement for an employer, a landlord or the tax office. */
  statement: {
    view: 'Statement',
    title: 'Charging statement',
    documentTitle: (period: string) => `Charging statement, ${period}`,
    intro: 'For an employer, a landlord or the tax office.',
    loading: 'Calculating…',
    none: 'No data.',
    noRows: 'No sessions in this period.',
    noBusinessRows: 'No business sessions in this period.',
    page: ({ page, pages }: { readonly page: string; readonly pages: string }) =>
      `Page ${page} of ${pages}`,
    unit: 'Period',
    units: { month: 'Month', quarter: 'Quarter', year: 'Year', range: 'Dates' },
    before: 'Previous period',
    after: 'Next period',
    from: 'First day',
    to: 'Last day',
    noRange: 'The last day must not be before the first day.',
    quarter: ({ quarter, year }: { readonly quarter: number; readonly year: string }) =>
      `Q${quarter} ${year}`,
    range: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} – ${to}`,
    chargers: 'Chargers',
    businessOnly: 'Business sessions only',
    details: 'Details on the statement',
    fields: {
      name: 'Name',
      address: 'Address',
      vehicle: 'Vehicle',
      plate: 'Number plate',
      costCentre: 'Cost centre',
      meterStart: 'Meter reading, start',
      meterEnd: 'Meter reading, end',
    },
    meterHint: 'As read from your meter, with its unit. Not saved.',
    signature: 'Signature line',
    remember: 'Remember these details',
    rememberHint: 'Saved in the settings on this computer and in backups.',
    period: 'Period',
    issued: 'Issued',
    charger: 'Charger',
    model: 'Model',
    serial: 'Serial number',
    zone: 'Time zone',
    scope: 'Sessions',
    businessScope: 'Business only',
    columns: { day: 'Date', times: 'Time', energy: 'kWh', price: 'Per kWh', cost: 'Cost' },
    sum: (sessions: number) =>
      plural(sessions, { one: 'Total, 1 session', other: `Total, ${sessions} sessions` }),
    total: 'Total, all chargers',
    unknown: '–',
    unknownHeard: 'unknown',
    several: 'several',
    estimatedMark: '*',
    correctedMark: '†',
    prices: 'Energy prices in this period',
    noPrices: 'No price set.',
    hourlyAverage: 'Average of these sessions',
    band: ({ times, price }: { readonly times: string; readonly price: string }) =>
      `${times}: ${price}`,
    estimated: '* Estimate: data is missing and the price changed.',
    corrected: '† Corrected by the owner. The recorded values stay in ChargeTray.',
    severalNote: 'Several: more than one energy price applied. See the prices listed.',
    withoutEnergy: (count: number) =>
      plural(count, {
        one: '1 session has no energy data and isn’t in the total.',
        other: `${count} sessions have no energy data and aren’t in the total.`,
      }),
    withoutCost: (count: number) =>
      plural(count, {
        one: '1 session has no known cost and isn’t in the total.',
        other: `${count} sessions have no known cost and aren’t in the total.`,
      }),
    empty: (count: number) =>
      plural(count, {
        one: '1 session without energy isn’t listed.',
        other: `${count} sessions without energy aren’t listed.`,
      }),
    counted: 'Energy as metered by the charger. Created with ChargeTray.',
    signed: 'Date, signature',
    save: 'Save as PDF…',
    fileName: ({ charger, period }: { readonly charger: string; readonly period: string }) =>
      `${charger} ${period}.pdf`,
    fileOfSeveral: 'Charging statement',
  },
  /** What electricity costs by the hour, and where that is known from. */
  market: {
    title: 'Electricity prices',
    intro: 'Choose a source, and ChargeTray shows when electricity is cheap.',
    source: 'Source',
    area: 'Price area',
    privacy: (host: string) =>
      `ChargeTray asks ${host} once or twice a day. Nothing about you or your charger is sent.`,
    own: 'My own file or address',
    address: 'File or address',
    addressHint: 'A JSON or CSV list with the start and the price per kWh of each hour or quarter.',
    addressPrivacy: 'ChargeTray reads this file or asks this address about once a day.',
    nordPoolTerms: 'Nord Pool’s terms limit what its prices may be used for.',
    use: 'Show prices',
    change: 'Change source',
    stop: 'Stop reading prices',
    cancel: 'Cancel',
    from: ({ source, area }: { readonly source: string; readonly area: string }) =>
      `${source}, ${area}`,
    /** A part of the country that has prices of its own, and its code. */
    partOf: ({ country, code }: { readonly country: string; readonly code: string }) =>
      `${country} (${code})`,
    stepsIn: (source: string) => `${source} has stepped in.`,
    today: 'Today',
    now: 'Now',
    lowest: 'Lowest',
    average: 'Average',
    known: ({ until, updated }: { readonly until: string; readonly updated: string }) =>
      `Prices until ${until}. Updated ${updated}.`,
    withVat: 'Market prices per kWh with VAT, without grid fees.',
    withoutVat: 'Market prices per kWh, without taxes and grid fees.',
    waiting: 'Getting prices…',
    none: 'No prices yet.',
    picture: {
      title: 'Price by time',
      hint: 'Point at a bar to see its price.',
      keys: 'Use the arrow keys to go from price to price.',
      at: ({ time, price }: { readonly time: string; readonly price: string }) =>
        `${time}: ${price}`,
      time: 'Time',
      price: 'Price',
    },
    cheapest: {
      title: 'When it’s cheapest',
      energy: 'Energy',
      power: 'Charging power',
      readyBy: 'Ready by',
      inOneGo: 'In one go',
      costs: ({ energy, cost }: { readonly energy: string; readonly cost: string }) =>
        `${energy} for about ${cost} at market prices`,
      saved: (amount: string) => `${amount} less than starting now`,
      forecast: 'Part of it falls in hours whose prices aren’t known yet.',
      atMost: (energy: string) => `Not all of it is possible by then: ${energy} at most.`,
      noPrices: 'No prices are known for that time yet.',
      over: 'That time has passed.',
    },
    failures: {
      unreachable: 'The source can’t be reached.',
      timedOut: 'The source didn’t answer in time.',
      serverError: 'The source has a problem.',
      rateLimited: 'The source asks for a break. ChargeTray tries again later.',
      notUnderstood: 'The source sent an answer that ChargeTray can’t read.',
      notPublished: 'The market hasn’t published these prices yet.',
      tokenRefused: 'The source doesn’t accept the token. Enter it again, or create a new one.',
      noToken: 'Enter the token for this source to see its prices.',
      tokenLocked: 'The token is in a locked keychain. Unlock it to see prices.',
      notFound: 'The source doesn’t have prices for this area.',
      implausible: 'The source’s prices seem wrong and aren’t used.',
    },
  },
  /** Words of the prices of a charger. */
  prices: {
    title: 'Energy price',
    intro:
      'Sessions are costed at the price valid at the time. A new price doesn’t change earlier sessions.',
    none: 'No price set, so no costs are shown.',
    since: (day: string) => `From ${day}`,
    now: 'current',
    origins: { own: 'set by you', charger: 'from the charger' },
    otherwise: 'All other times',
    bandWhen: ({ days, times }: { readonly days: string; readonly times: string }) =>
      `${days}, ${times}`,
    everyDay: 'Every day',
    wholeDay: 'all day',
    times: ({ from, to }: { readonly from: string; readonly to: string }) => `${from}–${to}`,
    days: ({ from, to }: { readonly from: string; readonly to: string }) => `${from}–${to}`,
    remove: 'Delete',
    removeNamed: (day: string) => `Delete the price from ${day}`,
    removeTitle: (day: string) => `Delete the price from ${day}?`,
    removeBody: 'The previous price applies from that day. Calculated costs stay.',
    add: 'New price',
    kind: 'Price',
    kinds: { flat: 'Flat rate', bands: 'Time of use', hourly: 'Hourly price' },
    from: 'From',
    currency: 'Currency',
    perKwh: 'Price per kWh',
    otherwisePerKwh: 'Price at all other times',
    otherwiseHint: 'Per kWh, whenever no time band above applies.',
    band: (number: number) => `Time band ${number}`,
    bandDays: 'Days',
    bandFrom: 'From',
    bandTo: 'To',
    addBand: 'Add time band',
    removeBand: (number: number) => `Remove time band ${number}`,
    removeBandShort: 'Remove',
    bandHint: 'The first matching band applies. A band may run past midnight.',
    save: 'Save price',
    cancel: 'Cancel',
    saved: 'Saved',
    full: 'Price limit reached. Delete one first.',
    /** Words of a price that follows a market. */
    hourly: {
      factor: 'Market price multiplied by',
      surcharge: 'Surcharge',
      gridFeeOtherwise: 'Grid fee at all other times',
      gridFeeWhen: (times: string) => `Grid fee · ${times}`,
      vat: 'VAT',
      percent: (number: string) => `${number}%`,
      surchargePerKwh: 'Surcharge per kWh',
      surchargeHint: 'What your supplier adds, before VAT.',
      vatPercent: 'VAT in percent',
      vatIncluded:
        'The source’s prices already include VAT. It’s added to the surcharge and the grid fee only.',
      gridFee: 'Grid fee by time of day',
      gridFeeHint: 'Per kWh, before VAT.',
      gridFeePerKwh: 'Grid fee per kWh',
      market: (name: string) => `Market prices: ${name}`,
      currency: (code: string) => `The market’s prices are in ${code}.`,
      past: 'Hours whose market price ChargeTray hasn’t read have no cost.',
      noMarket: 'An hourly price follows a market. Choose one first.',
      chooseMarket: 'Choose a market',
      now: (price: string) => `Now: ${price} per kWh`,
      nowUnknown: 'Now: unknown',
      notRead:
        'This price follows a market that ChargeTray doesn’t read now, so new sessions have no cost.',
    },
    forAll: 'For all chargers',
    forAllHint: 'Each of them gets this price.',
    notSavedFor: (names: string) => `Couldn’t save the price for ${names}.`,
  },
  /** What is wrong with a price, by what was entered where. */
  priceTroubles: {
    empty: 'Enter a price, for example 0.31.',
    noNumber: 'That isn’t a number. Enter it like 0.31 or 0,31.',
    tooFine: 'Use at most 8 decimal places.',
    tooLarge: 'That price is too high.',
    noDay: 'Choose a day.',
    noDays: 'Choose at least one day of the week.',
    noTime: 'Enter both times.',
    sameTimes: 'Start and end are the same. For the whole day, choose 00:00 to 00:00.',
    badFactor: 'Enter a number above 0, at most 10. 1 leaves the market price as it is.',
    badPercent: 'Enter a percentage from 0 to 100, for example 19.',
    otherCurrency: 'The market’s prices are in another currency. Prices aren’t converted.',
  },
  /** Said beside a price that is allowed but unusual. */
  unusualPrice: 'Unusual price per kWh. Check the decimal separator.',
  /** Words of the settings. */
  settings: {
    pages: {
      chargers: 'Chargers',
      notifications: 'Notifications',
      prices: 'Prices',
      general: 'General',
      homeAutomation: 'Home automation',
      data: 'Data',
      about: 'About',
    },
    now: {
      chargers: (count: number) => plural(count, { one: '1 charger', other: `${count} chargers` }),
      noChargers: 'None',
      noPrice: 'Not set',
      timeOfUse: 'Time of use',
      priceOf: ({ name, price }: { readonly name: string; readonly price: string }) =>
        `${name}: ${price}`,
      /** Zero: for ever. */
      storedFor: (years: number) => {
        if (years === 0) return 'Sessions stored: forever';
        return plural(years, {
          one: 'Sessions stored: 1 year',
          other: `Sessions stored: ${years} years`,
        });
      },
      startsAtLogin: 'opens at login',
    },
    chargers: {
      title: 'Names and order',
      shown: (name: string) => `Show ${name}`,
      up: (name: string) => `Move ${name} up`,
      down: (name: string) => `Move ${name} down`,
      rename: 'Rename',
      renameNamed: (name: string) => `Rename ${name}`,
      name: (name: string) => `Name for ${name}`,
      nameHint: 'Only used in ChargeTray. Leave empty for the charger’s own name.',
      save: 'Save',
      cancel: 'Cancel',
    },
    advanced: 'Advanced',
    shortcut: {
      title: 'Shortcut to open',
      hint: 'Opens ChargeTray from any program.',
      /** What stands on its button, for those who only hear it. */
      named: (keys: string) => `Shortcut to open: ${keys}`,
      set: 'Set…',
      press: 'Press keys…',
      remove: 'Remove',
      taken: 'Another program uses these keys, or this desktop doesn’t allow shortcuts.',
      needs: 'Use Ctrl, Alt or the system key with a letter, number or F key.',
    },
    reset: {
      label: 'Reset settings…',
      title: 'Reset settings?',
      body: 'All settings go back to their defaults. Accounts, history and prices stay.',
      confirm: 'Reset settings',
    },
    titles: {
      accounts: 'Accounts and stations',
      notices: 'Notifications',
      start: 'Start',
      look: 'Appearance',
      history: 'History',
      about: 'About',
    },
    account: {
      interval: 'Update interval (s)',
      timeout: 'Response timeout (s)',
      timeoutHint: ({ least, most }: { readonly least: number; readonly most: number }) =>
        `${least} to ${most} s. The station can be slow.`,
      certificate: 'Trusted certificate',
      validTo: (day: string) => `valid to ${day}`,
      expired: (day: string) => `expired ${day}`,
      signOut: 'Sign out',
      signOutOf: (label: string) => `Sign out of ${label}`,
      forget: 'Remove',
      forgetNamed: (label: string) => `Remove ${label}`,
    },
    notices: {
      now: 'Show notifications',
      which: 'Notify me about',
      whichOf: (name: string) => `Notify me about ${name}:`,
      quietUntil: (time: string) => `Muted until ${time}.`,
      charger: 'Charger',
      allChargers: 'All chargers',
      unnamed: 'Charger',
      differing: (count: number) =>
        count === 0 ? 'Same as all chargers' : `Different from all chargers: ${count}`,
      likeAll: 'Same as all chargers',
      test: 'Send a test notification',
      testing: 'Sending…',
      quiet: {
        title: 'Quiet hours',
        hint: 'What you missed is summed up when they end.',
        span: (number: number) => `Quiet hours ${number}`,
        from: 'From',
        to: 'To',
        add: 'Add quiet hours',
        addShort: 'Add',
        remove: 'Remove',
        removeSpan: (number: number) => `Remove quiet hours ${number}`,
        critical: 'Allow faults and power cuts',
      },
    },
    start: {
      atLogin: 'Open at login',
      atLoginRefused:
        'Not changed: the system doesn’t allow it. Check that your autostart folder is writable.',
      hidden: 'Start minimised to tray',
      hiddenHint: 'No window at start-up, if the desktop has a tray.',
    },
    look: {
      theme: 'Theme',
      trayIcon: 'Tray icon',
      trayPower: 'Show power in the menu bar',
      trayIconHint: 'Change this if the icon is hard to see.',
    },
    history: {
      samples: 'Keep readings for',
      sessions: 'Keep sessions for',
      keepHint: 'Readings draw session charts and use most space. Older ones are deleted.',
    },
    about: {
      version: (version: string) => `ChargeTray ${version}`,
      demo: 'demo data',
    },
  },
  /** Whether notifications are shown now. */
  quietLabels: {
    no: 'On',
    hour: 'Off for an hour',
    tomorrow: 'Off until tomorrow',
    always: 'Off',
  } satisfies Record<QuietChoice, string>,
  /** Pages outside the app. */
  linkLabels: {
    wallboxPortal: 'Open the Wallbox portal',
    trayHelp: 'Tray icon help',
    projectPage: 'Website',
    downloadPage: 'Download page',
  } satisfies Record<LinkName, string>,
  themeLabels: {
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  } satisfies Record<Settings['theme'], string>,
  trayIconLabels: {
    auto: 'Automatic',
    forDarkPanel: 'For dark panels',
    forLightPanel: 'For light panels',
  } satisfies Record<Settings['trayIcon'], string>,
  /** The language, and how numbers, dates and times are written. */
  formats: {
    title: 'Language and formats',
    language: 'Language',
    /** The first choice: as the system has it; `now` is what that is. */
    asSystem: (now: string) => `System (${now})`,
    region: 'Numbers, dates and times',
    clock: 'Time format',
    clocks: { region: 'Regional', h23: '24-hour', h12: '12-hour' },
    weekStart: 'First day of the week',
    weekStarts: { region: 'Regional', monday: 'Monday', saturday: 'Saturday', sunday: 'Sunday' },
    zone: 'Time zone',
    /** The first choice; `place` is where the computer's zone has its name from. */
    zoneAsHere: (place: string) => `As on this computer (${place})`,
    zoneHint: 'Also for quiet hours, statements and new prices.',
    /** The parts of the world under which zones stand, by the first part of their names. */
    areas: {
      Africa: 'Africa',
      America: 'Americas',
      Antarctica: 'Antarctica',
      Arctic: 'Arctic',
      Asia: 'Asia',
      Atlantic: 'Atlantic',
      Australia: 'Australia',
      Europe: 'Europe',
      Indian: 'Indian Ocean',
      Pacific: 'Pacific',
    },
  },
  /** Headers of a table for Excel, by those of the neutral one, which stay. */
  excelHeaders: {
    id: 'ID',
    charger_name: 'Charger',
    started_at: 'Start',
    ended_at: 'End',
    energy_kwh: 'Energy (kWh)',
    green_energy_kwh: 'Solar energy (kWh)',
    charging_ms: 'Charging time (ms)',
    average_w: 'Average power (W)',
    peak_w: 'Peak power (W)',
    cost: 'Cost',
    currency: 'Currency',
    cost_by: 'Cost source',
    cost_estimated: 'Cost estimated',
    end: 'Ended by',
    start_seen: 'Start observed',
    gaps: 'Data missing',
    source: 'Source',
    charger: 'Charger ID',
    tag: 'Purpose',
    note: 'Note',
    corrected: 'Corrected',
    original_energy_kwh: 'Recorded energy (kWh)',
    original_started_at: 'Recorded start',
    original_ended_at: 'Recorded end',
    original_cost: 'Recorded cost',
    original_currency: 'Recorded currency',
    saved: 'Saved by plan',
    at: 'Time',
    state: 'State',
    power_w: 'Power (W)',
    session_energy_kwh: 'Session energy (kWh)',
    limit_a: 'Limit (A)',
    gap_before: 'Data missing before',
    phases: 'Phases',
    vendor_code: 'Charger’s code',
    current_a: 'Current (A)',
    by_plan: 'By plan',
  },
  /** The token by which a source of prices knows its customer. */
  priceToken: {
    label: 'Access token',
    reveal: { show: 'Show token', hide: 'Hide token' },
    notSaved: ({
      keychain,
      untilQuit,
    }: {
      readonly keychain: string;
      readonly untilQuit: string;
    }) =>
      `The token can’t be saved because ${keychain} is locked or missing. Unlock it and try again, or choose “${untilQuit}”.`,
    hint: 'Sign in at developer.tibber.com, create an access token and paste it here.',
    hintKept: 'Leave empty to keep the saved token.',
    missing: 'Enter the token.',
    wrong: 'That can’t be a token: it has no spaces or special characters.',
    use: 'Use this token',
    untilQuit: 'Use it for this session only',
    privacy: ({ host, keychain }: { readonly host: string; readonly keychain: string }) =>
      `ChargeTray asks ${host} once or twice a day, with your token, which tells the source who you are. The token is saved only in ${keychain}, and deleted when you stop or choose another source.`,
    tryAgain: 'Try again',
  },
  /** The charger's own schedules, in the window. */
  schedules: {
    title: 'Schedules',
    reading: 'Reading the charger’s schedules. This can take a minute.',
    readAgain: 'Read again',
    none: 'The charger has no schedules.',
    more: 'Some schedules can’t be shown here, so none can be changed. Use the charger’s own app.',
    noneOn: 'With no schedule on, charging starts as soon as a car is plugged in.',
    zone: (zone: string) => `Times in ${zone}.`,
    clockChange: 'The charger keeps times in UTC: they shift by an hour when the clocks change.',
    dayUnclear: 'In UTC this starts on another day. Some chargers go by that day.',
    byPrice: 'by price',
    upTo: (amount: string) => `up to ${amount}`,
    on: 'On',
    off: 'Off',
    add: 'Add schedule',
    full: 'The charger has room for four schedules.',
    edit: 'Edit',
    editOf: (when: string) => `Edit ${when}`,
    remove: 'Remove',
    removeOf: (when: string) => `Remove ${when}`,
    removeTitle: (when: string) => `Remove “${when}”?`,
    removeBody: 'The schedule is deleted from the charger.',
    removeLast:
      'The schedule is deleted from the charger. No other one is on, so charging starts as soon as a car is plugged in.',
    days: 'Days',
    from: 'From',
    until: 'Until',
    energyLimit: 'Energy limit in kWh (optional)',
    save: 'Save',
    cancel: 'Cancel',
    troubles: {
      noDay: 'Choose at least one day.',
      noTime: 'Start and end must be different.',
    },
    storing: 'Storing in the charger. This can take a few minutes.',
    stored: 'Stored in the charger.',
    changedMeanwhile: 'Not stored: the schedules were changed elsewhere. Here is the current list.',
    unclear: 'The schedule may have been stored. Read the list again to check.',
  },
  /** Words around the backup of history and settings. */
  backup: {
    hint: 'A backup contains history, prices and settings, but no passwords or keys.',
    backUp: 'Back up…',
    restore: 'Restore backup…',
    restoreTitle: 'Restore backup?',
    restoreBody: 'Adds the backup’s sessions to your history. Replaces your settings.',
    choose: 'Choose a file…',
    asking: 'Working…',
    rows: (count: string) => `${count} entries so far…`,
    stop: 'Stop',
    saved: 'Backup saved',
    cancelled: 'Not saved',
    failed: 'Couldn’t save. Try another folder.',
    restored: ({ sessions, samples }: { readonly sessions: number; readonly samples: number }) =>
      `Restored ${plural(sessions, { one: '1 session', other: `${sessions} sessions` })} and ${plural(
        samples,
        { one: '1 reading', other: `${samples} readings` },
      )}.`,
    badLines: (count: number) =>
      plural(count, {
        one: '1 line couldn’t be read and was skipped.',
        other: `${count} lines couldn’t be read and were skipped.`,
      }),
    cutOff: 'The file is incomplete: its end is missing. Use another copy.',
    failures: {
      cancelled: 'Nothing was restored.',
      stopped: 'Stopped. What was restored so far stays. Restore again to add the rest.',
      noBackup: 'Not a ChargeTray backup. Nothing was changed.',
      tooNew: 'Made by a newer version of ChargeTray. Update first. Nothing was changed.',
      failed:
        'The backup wasn’t restored completely. Try again; nothing is added twice. If this keeps happening, copy the diagnostics and report it.',
    },
  },
  /** Words around the licences of what this app is made of. */
  licences: {
    open: 'Open-source licences',
    title: 'Open-source licences',
    intro: 'ChargeTray is built on the work of others. Open an entry to read its licence.',
    loading: 'Loading…',
    missing: 'The licence texts are missing from this copy of ChargeTray.',
    browser: 'Chromium and everything in it',
  },
  /** Newer versions of the app. */
  updates: {
    title: 'Updates',
    /** What the list of the settings says of them. */
    now: { on: 'On', off: 'Off' },
    automatic: 'Check for updates automatically',
    automaticHint:
      'Asks github.com once a day for a newer version. Nothing else is sent, and nothing is downloaded until you choose to.',
    check: 'Check now',
    checking: 'Checking…',
    notChecked: 'Not checked yet',
    latest: (version: string) => `Version ${version} is the latest version.`,
    checkedAt: (time: string) => `Last checked: ${time}`,
    available: (version: string) => `Version ${version} is available.`,
    installed: (version: string) => `Installed: ${version}`,
    size: (megabytes: string) => `${megabytes}\u00a0MB`,
    whatIsNew: 'What’s new',
    whatIsNewIn: (version: string) => `What’s new in version ${version}`,
    download: 'Download',
    downloading: (version: string) => `Downloading version ${version}…`,
    progress: 'Download progress',
    cancel: 'Cancel',
    ready: (version: string) => `Version ${version} is ready to install.`,
    readyHint: 'ChargeTray restarts for this. Charging continues.',
    restart: 'Restart to update',
    later: 'Later',
    restarting: 'Restarting…',
    waits: {
      command: 'ChargeTray restarts as soon as your command is confirmed.',
      plan: 'ChargeTray restarts as soon as your plan has acted.',
    } satisfies Record<UpdateWaits, string>,
    byHand: 'Update it with your package manager, or get it from the download page.',
    failures: {
      unreachable: 'Couldn’t reach github.com. Check your internet connection.',
      serverError: 'Unexpected response from github.com. Try again later.',
      notSigned: 'Not signed by the ChargeTray project, so nothing of it was used.',
      damaged: 'The download was damaged and has been deleted.',
      diskFull: 'Not enough disk space. Free up some space and try again.',
      notWritable:
        'ChargeTray can’t replace itself here. Get the new version from the download page.',
    } satisfies Record<UpdateFailure, string>,
    question: {
      title: 'Should ChargeTray check for new versions?',
      body: 'It asks github.com once a day and sends nothing else. You can change this in the settings.',
      yes: 'Yes, once a day',
      no: 'No',
    },
    /** The line in the tray menu that leads to it. */
    inTray: (version: string) => `Version ${version} is available…`,
  },
  /** Links from web pages and other programs: they ask, and a person answers. */
  links: {
    asks: {
      pause: (name: string) => `A link asks to pause ${name}.`,
      resume: (name: string) => `A link asks to resume charging at ${name}.`,
      lock: (name: string) => `A link asks to lock ${name}.`,
      unlock: (name: string) => `A link asks to unlock ${name}.`,
      backToSchedule: (name: string) => `A link asks to put ${name} back on its schedule.`,
      setLimit: ({ name, limit }: { readonly name: string; readonly limit: string }) =>
        `A link asks to set the limit of ${name} to ${limit}.`,
    },
    hint: 'It came from a web page or another program. Nothing has been sent yet.',
    setLimit: (limit: string) => `Set to ${limit}`,
    no: 'No',
    close: 'Close',
    outOfRange: ({ least, most }: { readonly least: string; readonly most: string }) =>
      `This charger’s limit can be ${least} to ${most}.`,
    notUnderstood: 'Link not understood',
    tooLong: 'The link is too long.',
    malformed: 'The link is damaged or incomplete.',
    unknownPlace: (word: string) => `ChargeTray has no page called “${word}”.`,
    unknownCommand: (word: string) => `“${word}” isn’t something a link can ask for.`,
    badLimit: (word: string) => `“${word}” isn’t a limit in whole amps.`,
    unknownCharger: (name: string) => `No charger here is called “${name}”.`,
    ambiguous: (name: string) =>
      `More than one charger is called “${name}”. Use its ID in the link instead.`,
  },
  /** Charging by price: what a plan says, and how it is set. */
  plans: {
    title: 'Charge by price',
    titleOf: (name: string) => `Charge ${name} by price`,
    open: 'By price…',
    change: 'Change',
    changeOf: (name: string) => `Change the plan for ${name}`,
    continue: 'Continue plan',
    planning: 'Working out the plan…',
    willCharge: (times: string) => `Will charge ${times}`,
    chargingUntil: (time: string) => `Charging until ${time}`,
    chargingThen: ({ time, times }: { readonly time: string; readonly times: string }) =>
      `Charging until ${time}, then ${times}`,
    plugIn: 'Plug in the car to charge by price',
    plugInAt: (time: string) => `Plug in: charging begins at ${time}`,
    waitingAnyPrices: 'Waiting for prices',
    waitingPrices: 'Waiting for tomorrow’s prices',
    waitingLower: 'Waiting for a lower price',
    done: 'Charged as planned',
    /** Somebody pressed a button themselves. */
    suspended: (time: string) =>
      `On hold because you took over, until you unplug or until ${time}.`,
    readyBy: (time: string) => `ready by ${time}`,
    about: (amount: string) => `about ${amount}`,
    aboutAtMarket: (amount: string) => `about ${amount} at market prices`,
    saves: (amount: string) => `saves ${amount}`,
    stored: 'stored in the charger',
    storing: 'storing it in the charger…',
    besideOwn: 'Your own schedules in the charger are on too: charging starts then as well.',
    awake: ({ from, until }: { readonly from: string; readonly until: string }) =>
      `This computer must be awake from ${from} to ${until}.`,
    /** Behind the state of a charger: until when it is left to the prices. */
    short: (times: string) => `by price ${times}`,
    tooLittleTime: (plan: {
      readonly wanted: string;
      readonly possible: string;
      readonly time: string;
    }) => `${plan.wanted} by ${plan.time} isn’t possible: ${plan.possible} at most.`,
    tooDear: (possible: string) => `The rest costs more than you allow: ${possible} at most.`,
    noPrices: 'No prices are known, so charging begins as late as possible.',
    blocked: {
      locked: 'The charger is locked. Unlock it so that it can charge by price.',
      foreignControl: 'Another system (OCPP) controls this charger. Set the times there.',
      noRight: 'Your account can’t control this charger. Ask the owner for admin access.',
      ownSchedule: 'The charger’s own schedule is in the way. Switch it off under “More”.',
      solarMode: 'Eco-Smart is holding the charger. Switch it off under “More”.',
      signInNeeded: 'Sign in again so that the plan can run.',
      offline: 'The charger is offline. Check its internet connection.',
      notObeyed: 'The charger hasn’t followed the plan. Check it in its own app.',
      notSupported: 'This charger can’t be paused, so it can’t charge by price.',
    } satisfies Record<PlanBlockedReason, string>,
    /** On what power a plan is based. */
    power: {
      car: (power: string) => `Calculated with ${power}, as this car has charged before.`,
      limit: (power: string) => `Calculated with ${power}, the charger’s limit.`,
      usual: (power: string) => `Calculated with ${power}, since nothing is known of the car yet.`,
    } satisfies Record<PlanView['powerFrom'], unknown>,
    /** In the menu of the tray. */
    cheapestBy: (time: string) => `Cheapest by ${time}`,
    below: (price: string) => `Below ${price}`,
    choosePricesHint: 'choose prices first',
    form: {
      mode: 'Charging times',
      modes: { off: 'Off', cheapest: 'Cheapest', below: 'Below a price' },
      limit: (unit: string) => `Price limit (${unit}/kWh)`,
      amount: 'How much',
      amounts: { full: 'Until full', energy: 'Energy', time: 'Hours' },
      energy: 'Energy (kWh)',
      hours: 'Charging time (hours)',
      hasReadyBy: 'Ready by a set time',
      days: 'On these days',
      more: 'More options',
      notBefore: 'Not before',
      atOnce: 'Charge at once (kWh)',
      atOnceHint: 'A reserve for the car, at any price.',
      highest: (unit: string) => `Highest price (${unit}/kWh)`,
      highestHint: 'More expensive hours are left out, even if the car isn’t full in time.',
      remindAt: 'Reminder to plug in at',
      save: 'Save plan',
      noPreview: 'No times to show yet.',
      needsPrices: 'To charge by price, ChargeTray needs electricity prices.',
      choosePrices: 'Choose prices',
    },
    faults: {
      noNumber: 'That isn’t a number. Enter it like 7.5 or 7,5.',
      energy: 'Enter more than 0 and at most 300 kWh.',
      hours: 'Enter more than 0 and at most 72 hours.',
      noPrice: 'Enter a price.',
      price: 'That price is too high.',
      noTime: 'Enter a time.',
      noDays: 'Choose at least one day of the week.',
      atOnce: 'That’s more than the car is to get.',
    },
    picture: {
      planned: 'Charging planned',
      plannedAt: (slot: string) => `${slot}, charging planned`,
      readyBy: (time: string) => `Ready by ${time}`,
      forecast: 'Price still unknown',
      plan: 'Plan',
    },
  },
  /** How home automation hears of the chargers: through a broker of MQTT. */
  broker: {
    intro:
      'Shares the state of your chargers with Home Assistant, Node-RED or your own scripts through your MQTT broker.',
    off: 'Nothing is sent until you save a broker.',
    now: {
      off: 'Off',
      connecting: 'Connecting…',
      connected: 'Connected',
      waiting: 'Not connected',
      refused: 'Not connected',
    },
    host: 'Broker address',
    hostHint: 'For example 192.0.2.10 or homeassistant.local.',
    port: 'Port',
    tls: 'Encrypted connection (TLS)',
    plainHint: 'Without encryption, others on your network can read the password and all data.',
    user: 'User name',
    password: 'Password',
    reveal: { show: 'Show password', hide: 'Hide password' },
    samePassword: 'Leave empty to keep the current password.',
    passwordAgain: 'The saved password belongs to another address or user. Enter it again.',
    announce: 'Announce chargers to Home Assistant',
    announceHint: 'They appear there as devices, with nothing to set up.',
    commands: 'Let home automation control chargers',
    commandsHint:
      'Everything connected to the broker can then pause, resume, lock, unlock and set the limit. The same rules apply as when you do it here.',
    more: 'More options',
    topicPrefix: 'Topic prefix',
    topicPrefixHint: 'All topics of ChargeTray begin with this.',
    discovery: 'Discovery prefix',
    discoveryHint: 'As set in Home Assistant. Usually homeassistant.',
    save: 'Save',
    saving: 'Saving…',
    untilQuit: 'Use it for this session only',
    secret: 'password',
    stored: 'The password',
    test: 'Test connection',
    testing: 'Testing…',
    works: 'The connection works.',
    worksWith: (broker: string) => `The connection works. Broker: ${broker}`,
    encrypted: (port: string) => `Port ${port}, encrypted`,
    plain: (port: string) => `Port ${port}, not encrypted`,
    connecting: 'Connecting…',
    connected: (time: string) => `Connected since ${time}.`,
    waiting: (time: string) => `Not connected. Next try: ${time}.`,
    refused: 'Not connected. ChargeTray won’t retry automatically.',
    announced: 'Home Assistant finds the chargers automatically.',
    notAnnounced: 'Chargers aren’t announced to Home Assistant.',
    controls: 'Home automation can control the chargers.',
    viewOnly: 'View only: home automation can’t control the chargers.',
    change: 'Change',
    tryNow: 'Try now',
    tryAgain: 'Try again',
    review: 'Review certificate',
    remove: 'Remove…',
    confirmRemove: 'Remove',
    removeTitle: 'Remove the broker?',
    removeBody:
      'The chargers disappear from Home Assistant, and the saved password is deleted. Nothing changes on the chargers.',
    removeBodySilent: 'The saved password is deleted. Nothing changes on the chargers.',
    removeBodyAway:
      'The saved password is deleted. The broker isn’t connected, so the chargers stay in Home Assistant until you delete them there.',
    faults: {
      noHost: 'Enter the broker’s name or IP address.',
      webAddress: 'That’s a web address. Enter only the broker’s name or IP address.',
      withUser: 'Enter user name and password in their own fields.',
      host: 'Enter a host name or IP address.',
      port: 'Enter a port from 1 to 65535.',
      noUser: 'Enter the user name for this password.',
      tooLong: 'That’s too long.',
      noPrefix: 'Enter a prefix.',
      wildcard: 'A prefix can’t contain + or #.',
      slash: 'Use “/” only between two parts.',
      prefix: 'Use only letters from a to z, digits, “.”, “-”, “_” and “/”.',
    },
    failures: {
      unreachable:
        'Can’t reach the broker. Check the address and that this computer is on the same network.',
      unknownName: 'No device with that name was found. Check the name or use its IP address.',
      connectionRefused:
        'Nothing is listening on that port. Check the address and port, and that the broker is running.',
      timedOut: 'The broker didn’t respond in time. Check the address and port.',
      notUnderstood:
        'This isn’t an MQTT broker, or only one side uses encryption. Check the port and encryption.',
      oldTls:
        'The broker supports only outdated encryption (TLS 1.1 or older), so ChargeTray won’t connect. Update the broker.',
      untrusted: 'This computer doesn’t trust the broker’s certificate. Nothing was sent.',
      certificateChanged:
        'The certificate isn’t the one you trusted. Nothing is sent until you confirm it.',
      signInRefused:
        'The broker rejected the sign-in. Check the user name and password, or enter them if it needs them.',
      unavailable: 'The broker is running but isn’t accepting connections right now.',
      refused: (code: string) =>
        `The broker rejected the connection (code ${code}). Check its settings and log.`,
      lost: 'The connection to the broker was lost.',
      nameInUse:
        'Another computer connects under the same name. If its settings were copied from here, remove the broker there and add it again.',
      keychainLocked: (keychain: string) => `Unlock ${keychain}: the password is in it.`,
      passwordNeeded: 'Enter the password again. It wasn’t saved.',
    },
    said: (words: string) => `The broker says: “${words}”`,
    certificate: {
      first: {
        title: 'Is this your broker?',
        body: 'Nothing has been sent yet. Compare the fingerprint if you can. If you trust it, only this certificate will be accepted.',
        accept: 'Trust and connect',
      },
      changed: {
        title: 'The broker’s certificate has changed',
        body: 'Nothing has been sent. Normal after a renewal, but it could also be another device posing as your broker.',
        accept: 'Trust new certificate',
      },
      expired: 'Expired. What matters is that it’s your broker’s.',
      notYet: 'Not valid yet. What matters is that it’s your broker’s.',
      weak: 'Weak key by today’s standards.',
    },
  },
  /** Words of the report on what a charger responds. */
  report: {
    offer: 'Create report',
    again: 'Create again',
    hint: 'Reads all available data and removes private details. For a bug report.',
    asking: 'Creating report… This can take half a minute.',
    ready: 'Report ready.',
    title: 'Report',
    notAsked: 'not requested',
    took: (ms: string) => `${ms} ms`,
    copy: 'Copy report',
    save: 'Save report…',
    saved: 'Saved',
    cancelled: 'Not saved',
    failed: 'Couldn’t save. Try another folder.',
    answerOf: (path: string) => `Response of ${path}`,
  },
  /** The words and addresses that the shells around the app need themselves. */
  shell: {
    /** What a click on a notification does; few desktops show it. */
    openFromNotice: 'Open ChargeTray',
    openButton: 'Open',
    /** A secret of a charger, shown for its owner's eyes. */
    secretOf: (name: string) => `Station password · ${name}`,
    secretAdvice: 'Anyone with this password can reconfigure the station. Keep it private.',
    copy: 'Copy',
    close: 'Close',
    exportFile: ({
      what,
      day,
      ending,
    }: {
      readonly what: 'sessions' | 'samples';
      readonly day: string;
      readonly ending: string;
    }) => `ChargeTray ${what} ${day}.${ending}`,
    backupFile: (day: string) => `ChargeTray backup ${day}.jsonl`,
    reportFile: (day: string) => `ChargeTray report ${day}.txt`,
  },
  /** What the command line says besides the lines of the tray. */
  // What a smart home shows for each thing that it is told of a charger.
  homeAutomation: {
    entities: {
      state: 'State',
      power: 'Power',
      sessionEnergy: 'Session energy',
      pluggedIn: 'Plugged in',
      fault: 'Fault',
      lock: 'Lock',
      limit: 'Current limit',
      charging: 'Charging',
      schedule: 'Back to schedule',
      plan: 'Charge by price',
      nextStart: 'Next start',
      model: 'Model',
      asOf: 'Last reading',
      connection: 'Connection',
      price: 'Market price',
    },
  },
  commandLine: {
    nothing: 'No chargers yet. Open ChargeTray and add one.',
    notRunning: 'ChargeTray isn’t running. These are the last readings.',
    unreadable: 'Saved data couldn’t be read. Start ChargeTray and try again.',
    startFirst: 'ChargeTray isn’t running. Start it and try again.',
    lost: 'ChargeTray was closed. Waiting for it to start again.',
    unexpected: 'Unexpected reply from ChargeTray. Restart it and try again.',
    help: {
      usage: 'Usage',
      commands: 'Commands',
      options: 'Options',
      exitCodes: 'Exit codes',
      more: (way: string) => `For one command: ${way}`,
    },
    words: {
      status: 'Show what each charger is doing',
      watch: 'Keep showing changes until Ctrl+C',
      pause: 'Pause charging',
      resume: 'Start charging or continue after a pause',
      lock: 'Lock the charger',
      unlock: 'Unlock the charger',
      limit: 'Set the current limit in amperes',
      schedule: 'Go back to the charger’s own schedule',
      plan: 'Show or change charging by price',
      refresh: 'Read all chargers now',
      history: 'List past sessions (last 31 days)',
      export: 'Export sessions or readings',
      statement: 'Write a statement (last month)',
    },
    options: {
      charger: 'Only this charger, by name or ID',
      wait: 'Wait until confirmed (default 150 s)',
      from: 'First day, such as 2026-11-01',
      to: 'Last day',
      what: 'What to write, sessions if not given',
      format: 'How to write it, csv if not given',
      business: 'Only sessions marked as business',
      output: 'Write to this file, not the terminal',
      json: 'JSON for scripts, in English',
      help: 'Show this help',
    },
    exits: {
      done: 'Done',
      failed: 'Failed, or some data isn’t current',
      usage: 'The command line isn’t valid',
      refused: 'Not possible now, or the charger refused',
      notConfirmed: 'Not confirmed in time',
      notRunning: 'ChargeTray isn’t running',
    },
    faults: {
      unknownWord: (word: string) => `Unknown command: ${word}`,
      unknownOption: (option: string) => `Unknown option: ${option}`,
      missingValue: (option: string) => `Value missing: ${option}`,
      needlessValue: (option: string) => `No value allowed: ${option}`,
      badValue: ({ name, value }: { readonly name: string; readonly value: string }) =>
        `Invalid value for ${name}: ${value}`,
      missing: (name: string) => `Missing: ${name}`,
      needless: (word: string) => `Not expected: ${word}`,
      turned: 'The first day is after the last.',
    },
    whichCharger: {
      unknown: (name: string) => `No charger has the name or ID “${name}”.`,
      ambiguous: (name: string) => `Several chargers are called “${name}”. Use the ID.`,
      several: (option: string) => `There are several chargers. Choose one with ${option}.`,
    },
    limitRange: ({ least, most }: { readonly least: string; readonly most: string }) =>
      `This charger allows ${least} to ${most}.`,
    superseded: 'replaced by a newer command.',
    reading: 'Reading all chargers now.',
    noSessions: 'No sessions in this period.',
    saved: (file: string) => `Saved: ${file}`,
    notSaved: (file: string) => `Couldn’t save ${file}.`,
    history: {
      unreadable: 'The history couldn’t be read. Start ChargeTray and try again.',
      older: 'The history is from another version. Start ChargeTray once and try again.',
    },
    /** To programs that speak to the app in another way than ours. */
    refusals: {
      badRequest: 'This request isn’t valid.',
      otherVersion: 'This request is from another version of ChargeTray. Restart ChargeTray.',
      tooLong: 'This request is too long.',
      tooMany: 'Too many connections. Close some and try again.',
      tooSlow: 'No request came in time.',
      crashed: 'Something went wrong. Try again.',
    },
  },
};
