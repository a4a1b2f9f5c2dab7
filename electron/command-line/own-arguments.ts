/** The flags that stood for words before there were any. */
const oldFlag = /^--(status|watch|help)$/;

/** What the app was told when it was started. */
export function ownArguments(): readonly string[] {
  return argumentsOfApp(process.argv, /[\\/]app\.asar[\\/]/.test(import.meta.dirname));
}

/** Without the program and, where that is a bare Electron, without the app that it was to start. */
export function argumentsOfApp(argv: readonly string[], isPacked: boolean): readonly string[] {
  const args = argv.slice(1);
  const app = isPacked ? -1 : args.findIndex(isNoFlag);
  return args.filter((_, index) => index !== app);
}

/**
 * Whether the arguments are for the terminal; else they mean the tray app itself. A word is for it
 * whatever it says, so that a mistyped one opens no window. What it means is decided elsewhere: every
 * start of the tray asks this.
 */
export function isForTerminal(args: readonly string[]): boolean {
  // An address is that of a link, which opens the app.
  return args.some((arg) => oldFlag.test(arg) || (isNoFlag(arg) && !arg.includes(':')));
}

function isNoFlag(arg: string): boolean {
  return !arg.startsWith('-');
}
