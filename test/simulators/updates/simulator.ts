import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { startLoopbackServer } from '../shared/loopback-server.ts';

/** How a place of releases goes wrong. */
export type UpdateSpoil =
  /** One byte of the file is another. */
  | 'corrupt'
  /** There is no signature. */
  | 'unsigned'
  | 'wrongKey'
  /** Somebody has changed the manifest and left the signature. */
  | 'forged'
  | 'notFound'
  /** A hotel wants a sign-in first: 200 with its page, for everything. */
  | 'html'
  /** A manifest of 50 MB. */
  | 'huge'
  /** Everything is said to be on another host. */
  | 'elsewhere'
  | 'circle'
  /** Nobody answers. */
  | 'hang'
  /** The file: nothing after its first half, or hardly anything, or the line is cut there. */
  | 'stops'
  | 'trickle'
  | 'cut'
  /** The file is longer or shorter than its manifest says, and says so, or not. */
  | 'longer'
  | 'shorter'
  | 'longerUnsaid';

export interface Published {
  readonly version: string;
  readonly file: Uint8Array;
  readonly name?: string;
  readonly notes?: string;
  /** Signed in the place of the manifest that would be made of the rest. */
  readonly manifest?: string;
}

export interface UpdateSimulator {
  readonly url: string;
  /** Of who signs here, as the app is built with it. */
  readonly publicKey: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  publish(release: Published): void;
  spoil(how: UpdateSpoil | undefined): void;
  close(): Promise<void>;
}

const releases = '/chargetray/chargetray/releases';
const page = '<!doctype html><html><body><h1>Welcome to the hotel</h1></body></html>';
const chunk = Buffer.alloc(64 * 1024, ' ');
const hugeBytes = 50 * 1024 * 1024;

/** Releases as GitHub has them: the last one leads to its own address, where the files are. */
export async function startUpdateSimulator(): Promise<UpdateSimulator> {
  const own = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  let release: Published | undefined;
  let spoilt: UpdateSpoil | undefined;
  const server = await startLoopbackServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const latest = `${releases}/latest/download/`;
    if (spoilt === 'hang') return;
    if (!release || spoilt === 'notFound') return void answer(response, 404, 'Not Found');
    if (spoilt === 'html') return void answer(response, 200, page);
    if (spoilt === 'elsewhere') return lead(response, `http://192.0.2.1${path}`);
    if (spoilt === 'circle') return lead(response, path);
    const there = `${releases}/download/v${release.version}/`;
    if (path.startsWith(latest)) return lead(response, there + path.slice(latest.length));
    const name = decodeURIComponent(path.slice(there.length));
    const manifest = manifestOf(release);
    const key = spoilt === 'wrongKey' ? other.privateKey : own.privateKey;
    if (name === 'latest-linux.yml.sig' && spoilt !== 'unsigned') {
      return void answer(response, 200, `${signature(manifest, key)}\n`);
    }
    if (name === 'latest-linux.yml') {
      if (spoilt === 'huge') return sendHuge(response);
      return void answer(response, 200, spoilt === 'forged' ? `${manifest}#\n` : manifest);
    }
    if (name === nameOf(release)) return sendFile(response, release.file, spoilt);
    answer(response, 404, 'Not Found');
  });
  return {
    url: server.url,
    publicKey: own.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    requests,
    publish: (published) => {
      release = published;
    },
    spoil: (how) => {
      spoilt = how;
    },
    close: () => server.close(),
  };
}

export function nameOf({ name, version }: Pick<Published, 'name' | 'version'>): string {
  return name ?? `ChargeTray-${version}-linux-x86_64.AppImage`;
}

export function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('base64');
}

/** As electron-builder writes it. */
function manifestOf(release: Published): string {
  const { version, file, notes, manifest } = release;
  if (manifest !== undefined) return manifest;
  const sum = sha512Of(file);
  const name = nameOf(release);
  const lines = [
    `version: ${version}`,
    'files:',
    `  - url: ChargeTray-${version}-linux-amd64.deb`,
    `    sha512: ${sha512Of(Buffer.from('a deb'))}`,
    '    size: 5',
    `  - url: ${name}`,
    `    sha512: ${sum}`,
    `    size: ${file.byteLength}`,
    `path: ${name}`,
    `sha512: ${sum}`,
    ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
    "releaseDate: '2026-11-29T12:00:00.000Z'",
  ];
  return `${lines.join('\n')}\n`;
}

function signature(manifest: string, key: KeyObject): string {
  return sign(null, Buffer.from(manifest), key).toString('base64');
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function lead(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'content-length': 0 });
  response.end();
}

function sendFile(
  response: ServerResponse,
  file: Uint8Array,
  spoilt: UpdateSpoil | undefined,
): void {
  const half = file.subarray(0, file.byteLength / 2);
  const whole = { 'content-length': file.byteLength };
  switch (spoilt) {
    case 'corrupt': {
      const other = Uint8Array.from(file);
      other[0] = (other[0] ?? 0) ^ 1;
      response.writeHead(200, whole).end(other);
      return;
    }
    case 'cut':
      response.writeHead(200, whole).write(half, () => response.socket?.resetAndDestroy());
      return;
    case 'stops':
      response.writeHead(200, whole).write(half);
      return;
    case 'trickle':
      trickle(response.writeHead(200, whole), file);
      return;
    case 'longer':
    case 'longerUnsaid': {
      const longer = Buffer.concat([file, chunk]);
      const said = spoilt === 'longer' ? { 'content-length': longer.byteLength } : {};
      response.writeHead(200, said).end(longer);
      return;
    }
    case 'shorter':
      response.writeHead(200).end(half);
      return;
    default:
      response.writeHead(200, whole).end(file);
  }
}

function trickle(response: ServerResponse, file: Uint8Array): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(file.subarray(sent, sent + 1));
    sent += 1;
  }, 5);
  response.once('close', () => clearInterval(timer));
}

function sendHuge(response: ServerResponse): void {
  response.writeHead(200);
  let sent = 0;
  const more = () => {
    while (sent < hugeBytes && !response.destroyed) {
      sent += chunk.byteLength;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}
