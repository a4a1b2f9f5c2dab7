import { app } from 'electron';

/** Somebody wants to see the running app, and has come by a link where one is named. */
interface Launch {
  readonly link?: string;
}

export interface Launches {
  /** From here on; the newest that came before comes at once. */
  onLaunch(hear: (launch: Launch) => void): void;
}

/**
 * Hears of starts of the program beside this one, of a press in the Dock and of links, this start's
 * own too. Made before Electron is ready: macOS tells a link that started the app by then.
 * `onlyAsks` is for a process that wants nobody to see the window.
 */
export function watchLaunches(onlyAsks: (said: unknown) => boolean): Launches {
  let heard: ((launch: Launch) => void) | undefined;
  let newest: Launch | undefined;
  const launched = (launch: Launch) => {
    if (heard) heard(launch);
    else newest = launch;
  };
  const own = launchOf(process.argv);
  if (own.link !== undefined) launched(own);
  app.on('second-instance', (_event, argv, _folder, said) => {
    if (!onlyAsks(said)) launched(launchOf(argv));
  });
  app.on('activate', () => launched({}));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    launched({ link });
  });
  return {
    onLaunch(hear) {
      heard = hear;
      if (newest) hear(newest);
    },
  };
}

/** Desktops give a link as an argument of its own, the last one. */
function launchOf(argv: readonly string[]): Launch {
  const link = argv.findLast((one) => /^chargetray:/i.test(one));
  return link === undefined ? {} : { link };
}
