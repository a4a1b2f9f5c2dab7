import { readdir, readFile, readlink } from 'node:fs/promises';
import { familyOf } from '../bench/processes.ts';

/** Where the processes of a program can be reached from outside. */
export interface Listening {
  /** Of the network: `tcp 0100007F:1F90`, as the kernel writes it. */
  readonly network: readonly string[];
  /** Paths of sockets that are files; those without a file begin with `@`. */
  readonly files: readonly string[];
}

/** The kernel's words for a socket that anybody can reach. */
const waitsTcp = '0A';
const waitsUdp = '07';
const waitsUnix = 0x10000;

/** What a process and all that it has started listen to, as the kernel tells. */
export async function listeningOf(pid: number): Promise<Listening> {
  const own = new Set((await Promise.all((await familyOf(pid)).map(socketsOf))).flat());
  const network: string[] = [];
  for (const kind of ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6']) {
    for (const row of await rows(kind)) {
      const [, at, , state, , , , , , inode = ''] = row;
      const isOpen = state === (kind.startsWith('tcp') ? waitsTcp : waitsUdp);
      if (isOpen && own.has(inode)) network.push(`${kind} ${at}`);
    }
  }
  const files = (await rows('unix')).flatMap(([, , , flags = '', , , inode = '', path = '']) =>
    Number.parseInt(flags, 16) & waitsUnix && own.has(inode) ? [path] : [],
  );
  return { network, files };
}

async function rows(kind: string): Promise<readonly string[][]> {
  const text = await readFile(`/proc/net/${kind}`, 'utf8').catch(() => '');
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/));
}

/** Inodes of the sockets that a process has open. */
async function socketsOf(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(
    names.map((name) => readlink(`${folder}/${name}`).catch(() => '')),
  );
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}
