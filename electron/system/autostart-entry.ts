/** What a desktop runs at login: a program and its arguments. */
export interface AutostartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** A desktop entry for the autostart folder, in the form that freedesktop.org prescribes. */
export function autostartEntry(name: string, command: AutostartCommand): string {
  const exec = [command.program, ...command.args].map(quoted).join(' ');
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
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
