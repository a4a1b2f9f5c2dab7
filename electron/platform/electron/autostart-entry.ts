/** What a desktop runs at login: a program and its arguments. */
export interface AutostartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** A desktop entry for the autostart folder, in the form that freedesktop.org prescribes. */
export function autostartEntry(name: string, command: AutostartCommand): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    execLine(command),
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * What must be written so that an entry starts this program; undefined where it does already. Its
 * other lines stay: its owner may have delayed or disabled it in the desktop's own settings.
 */
export function entryFollowing(
  entry: string | undefined,
  name: string,
  command: AutostartCommand,
): string | undefined {
  const line = /^Exec[ \t]*=.*$/m;
  if (entry === undefined || !line.test(entry)) return autostartEntry(name, command);
  const following = entry.replace(line, () => execLine(command));
  return following === entry ? undefined : following;
}

function execLine({ program, args }: AutostartCommand): string {
  return `Exec=${[program, ...args].map(quoted).join(' ')}`;
}

/**
 * One argument of an Exec line. It is read three times: as the value of a key (backslash), as a
 * quoted string (again backslash, and what a shell would act on), and for field codes (percent).
 */
function quoted(argument: string): string {
  const coded = argument.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(coded)) return coded;
  const inQuotes = coded.replace(/["`$\\]/g, (sign) => `\\${sign}`);
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}"`;
}
