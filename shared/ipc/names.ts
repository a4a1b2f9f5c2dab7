/** The names of all calls and events: all that the sandboxed preload script needs of the contract. */
export const callNames = [
  'getState',
  'execute',
  'refresh',
  'loadDetails',
  'getSchedules',
  'changeSchedules',
  'addAccount',
  'signInAgain',
  'cancelSignIn',
  'signOut',
  'forgetAccount',
  'setKeepSignedIn',
  'setPollSeconds',
  'findSettings',
  'setTimeoutSeconds',
  'reveal',
  'makeReport',
  'saveReport',
  'historyChargers',
  'listSessions',
  'showSession',
  'changeSession',
  'deletedSessions',
  'sumSessions',
  'fetchSessions',
  'exportHistory',
  'cancelExport',
  'getStatement',
  'savePdf',
  'savePicture',
  'getPrices',
  'setPrices',
  'priceNow',
  'priceSources',
  'setPriceToken',
  'getMarket',
  'cheapestTime',
  'setBroker',
  'testBroker',
  'forgetBroker',
  'setPlan',
  'previewPlan',
  'continuePlan',
  'backUp',
  'restoreBackup',
  'changeSettings',
  'setQuiet',
  'testNotification',
  'tryKeychain',
  'diagnostics',
  'copyText',
  'openLink',
  'answerLink',
  'update',
  'licences',
  'closeWindow',
] as const;

export const eventNames = ['stateChanged', 'stateStuck'] as const;

export type CallName = (typeof callNames)[number];
export type EventName = (typeof eventNames)[number];

/** The channel that carries a call or an event. */
export function channel(name: CallName | EventName): string {
  return `chargetray:${name}`;
}

/** Name under which the bridge stands on the window object. */
export const bridgeName = 'chargetray';
