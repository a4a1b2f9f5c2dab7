/** A fault of the disk, and what it means to the owner of the app. */
export interface Row {
  readonly fault: string;
  /** Words of the screen in quotation marks, `…` where something is put in. */
  readonly sees: string;
  readonly keeps: string;
  /** The test that shows it, by its file below `test/` and words of its title. */
  readonly proof: readonly [file: string, title: string];
  /** Under which name that test says how often it tried, see `figures.ts`. */
  readonly tried?: string;
}

/** Everything that is tried, as the page about it tells it. */
export const rows: readonly Row[] = [
  {
    fault: 'killed before or in the middle of each call of a write of settings or memory',
    sees: 'nothing',
    keeps: 'all of the new file or all of the old one; what is left beside it is cleared away',
    proof: ['disk/killed-writes.test.ts', 'leaves all of it or all as before'],
    tried: 'kills in writes',
  },
  {
    fault: 'killed before each call of a start, SQLite’s among them, that changes the disk',
    sees: 'nothing',
    keeps: 'everything that was said to be kept',
    proof: ['disk/each-call.test.ts', 'the next one finds all or nothing'],
    tried: 'calls',
  },
  {
    fault: 'killed while the history is written in its thread',
    sees: 'nothing',
    keeps: 'every reading that was said to be kept',
    proof: ['disk/killed-history.test.ts', 'loses nothing that was kept'],
    tried: 'kills of the history',
  },
  {
    fault: 'settings or memory empty, cut off or zeroed from any byte on (a power cut)',
    sees: '“Settings couldn’t be read”, “The old file was saved as …”',
    keeps: 'the rest, aside; accounts are entered again, their sessions are in the history',
    proof: ['disk/cut-files.test.ts', 'is read whole or kept aside'],
    tried: 'lengths of a file',
  },
  {
    fault: 'SQLite’s log missing, cut off, zeroed or noise from anywhere on',
    sees: 'nothing',
    keeps: 'the history up to there, what was written together together',
    proof: ['disk/killed-history.test.ts', 'is whole up to there'],
    tried: 'damaged logs',
  },
  {
    fault: 'history.db empty beside its log, cut off or damaged',
    sees: '“History couldn’t be read”, “A new history was started. The old file was saved as …”',
    keeps: 'both files, aside',
    proof: ['unit/history/history-file.test.ts', 'is kept aside with it'],
  },
  {
    fault:
      'a folder, pipe, device, link to nowhere or itself, or 2 GB without content for settings, memory or history',
    sees: '“The old file was saved as …”, at once: nothing hangs',
    keeps: 'all other files; the thing itself, aside',
    proof: ['disk/wrong-kind.test.ts', 'is kept aside, told, and costs nothing else'],
    tried: 'things for files',
  },
  {
    fault: 'the same for SQLite’s files beside it, or for the log',
    sees: 'nothing',
    keeps: 'everything; the thing itself, aside',
    proof: ['disk/wrong-kind.test.ts', 'costs nothing at all'],
    tried: 'things beside files',
  },
  {
    fault: 'pipes for all files at once, in a data folder behind a link',
    sees: '“Settings couldn’t be read”, “Some saved data couldn’t be read”, “History couldn’t be read”',
    keeps:
      'the app starts, takes an account, and quits as ever; a terminal is answered, and sets nothing aside',
    proof: ['e2e/disk/starts.spec.ts', 'the app starts and says so'],
  },
  {
    fault: 'settings that could not be read at the start, and could afterwards',
    sees: '“Settings couldn’t be read”',
    keeps: 'the old settings, aside, before new ones take their place',
    proof: ['unit/platform/kept-file.test.ts', 'is kept before it is written over'],
  },
  {
    fault: 'a full disk, and room again',
    sees: '“Disk full” while it lasts; sessions are told as ever',
    keeps: 'what was kept before; what came meanwhile, once there is room',
    proof: ['e2e/disk/refused.spec.ts', 'costs nothing that was kept or told'],
    tried: 'refusing disks',
  },
  {
    fault:
      'a disk with room for 0 to 32 pages more, below settings, exports, what is saved, log and history',
    sees: 'that it was not saved',
    keeps:
      'the file that was there, whole, and nothing beside it; the log has whole lines and counts the others',
    proof: ['disk/full-disk.test.ts', 'are there as before or as they should be'],
    tried: 'nearly full disks',
  },
  {
    fault: 'a full disk below the system keychain',
    sees: '“The … can’t be saved because …”, and a way to sign in until the app is quit',
    keeps: 'nothing by halves; all of it at the next try, once there is room',
    proof: ['e2e/disk/keyring-full.spec.ts', 'keeps nothing by halves'],
  },
  {
    fault: 'a folder and files that nobody may change, root included',
    sees: '“ChargeTray can’t save its data”, “History can’t be saved”',
    keeps: 'what was kept before; the rest, once they may be changed',
    proof: [
      'disk/held-by-others.test.ts',
      'has fixed each file of ours says that nothing is saved',
    ],
  },
  {
    fault: 'a data folder that cannot be written at the start',
    sees: '“ChargeTray can’t start: …”',
    keeps: 'everything',
    proof: ['e2e/cannot-start.spec.ts', 'a data folder that cannot be written is said, and where'],
  },
  {
    fault: 'history.db locked by another program',
    sees: '“History file in use”',
    keeps: 'what waits to be written, until the other lets go',
    proof: ['disk/held-by-others.test.ts', 'has the history to itself says so'],
  },
  {
    fault: 'files with a lock of another program on them (flock)',
    sees: 'nothing',
    keeps: 'everything',
    proof: ['disk/held-by-others.test.ts', 'has locked each file of ours is none the wiser'],
  },
  {
    fault: 'a disk that does not answer',
    sees: '“ChargeTray can’t save its data”; tray and window go on',
    keeps: 'what must be on the disk before it is told is told once it is',
    proof: ['e2e/trouble.spec.ts', 'a disk that hangs holds up nothing'],
  },
  {
    fault: 'three instances that start at once on one folder',
    sees: 'one tray; the others end with 0',
    keeps: 'everything',
    proof: ['e2e/disk/races.spec.ts', 'of three that start at once on one data folder one stays'],
    tried: 'races',
  },
  {
    fault:
      'a backup that is none: of another program, an archive, a pipe, a device, a folder, 2 GB without content, 20 MB in a line',
    sees: '“Not a ChargeTray backup. Nothing was changed.”',
    keeps: 'everything',
    proof: ['disk/foreign-backups.test.ts', 'is no backup, and changes nothing'],
    tried: 'foreign backups',
  },
  {
    fault: 'a backup of a newer version',
    sees: '“Made by a newer version of ChargeTray. Update first. Nothing was changed.”',
    keeps: 'everything',
    proof: ['disk/foreign-backups.test.ts', 'and is of a later version changes nothing'],
  },
  {
    fault: 'a backup with `__proto__`, paths with `..`, endless nesting and numbers that cannot be',
    sees: '“… lines couldn’t be read and were skipped.”',
    keeps: 'everything, and what is sound of it comes in; no file is made anywhere',
    proof: ['disk/foreign-backups.test.ts', 'and means harm brings in what is sound of it'],
    tried: 'hostile lines',
  },
  {
    fault: 'a backup of another account',
    sees: '“Restored …”',
    keeps: 'everything; its sessions come in, its account and secrets do not',
    proof: ['disk/foreign-backups.test.ts', 'and is of another account brings in its sessions'],
  },
];
