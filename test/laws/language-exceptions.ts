/** What is right all the same: a place, or one in a language, with what it is no fault for; and why. */
export const exceptions: Readonly<Record<string, string>> = {
  'historySums.changeHeard # characters': 'is only heard',
  'de chargers.strip.needsYou # same': 'names no number of people',
  'de window.charger.phases # same': 'an adjective, as of a plug',
  'de sessionEdit.noteLeft # same': 'has one word for one letter and for several',
  'fr window.charger.phases # 1 is': 'a word for it',
  'nl keepFor.years # same': 'a year stays one behind a number',
  'nl settings.now.storedFor # same': 'a year stays one behind a number',
  'nl tray.more # ends': 'has the number inside',
};

/** Texts that say the same in English and in every other language; `·` stands for a value. */
const everywhere = [
  // Names.
  ...['Power Sharing', 'Power Boost', 'Eco-Smart', 'Eco-Smart: ·', 'Eco', 'Full Green'],
  ...['Wallbox', 'Ford Charge Station Pro', 'ChargeTray ·', 'CSV', 'JSON', 'ID'],
  // Units and endings of files.
  ...['kW', 'kWh', '·/kWh', '<1\u00a0min', '·\u00a0min', '·\u00a0h\u00a0·\u00a0min'],
  ...['· ·.png', '· ·.pdf', 'Firmware'],
];

const sameWords: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['Offline', 'Name', 'Details', 'Limit', 'Limit (A)', 'Signal', 'Hardware', 'optional'],
    ...['Solar', 'Export', 'Format', 'Start', 'Website', 'System', 'System (·)', '· in ·'],
    ...['Administrator', 'Port', '·\u00a0MB', 'Updates'],
  ],
  es: [
    'Hardware',
    '· solar',
    'Solar',
    'General',
    'Regional',
    'Asia',
    'Australia',
    'No',
    '·\u00a0MB',
  ],
  fr: [
    ...['· (max)', 'Notifications', 'Pause', 'Signal', 'Phases', 'Sessions', '· sessions'],
    ...[
      'Source',
      '▲ · vs ·',
      '▼ · vs ·',
      'Port',
      'Format',
      'Note',
      'Date',
      'Dates',
      'Date, signature',
    ],
    ...['Total, · sessions', 'ChargeTray sessions ·.·', 'Wi-Fi', 'Europe'],
  ],
  nl: [
    ...['Offline', '· in ·', 'Details', '· per kWh', 'Per kWh', 'Model', 'Hardware', 'Website'],
    ...['Antarctica', '·\u00a0MB', 'Updates', 'Later'],
  ],
};

/** Whether a text, with `·` for its values, is rightly the same as in English. */
export function isSameIn(language: string, text: string): boolean {
  return everywhere.includes(text) || sameWordsOf(language).includes(text);
}

/** All that may be the same in a language alone. */
export function sameWordsOf(language: string): readonly string[] {
  return sameWords[language] ?? [];
}
