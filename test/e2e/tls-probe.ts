import { undiciHttp } from '../../electron/platform/http/http-undici.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import type { CertificateRequest, HttpRequest } from '../../electron/ports/http.ts';

/** What to try: a request where there is a pin, a reading at the certificate otherwise. */
export interface ProbeCase {
  readonly base: string;
  readonly pin?: string;
}

const limits = { signal: new AbortController().signal, timeoutMs: 10_000 } as const;
const post = {
  method: 'POST',
  path: '/api/x',
  headers: {},
  json: { secret: 'hush' },
  maxBytes: 1000,
} as const;

/** Runs as the main script of an Electron: tries its last argument and prints what came of it. */
async function probe(cases: readonly ProbeCase[]): Promise<void> {
  const proxyFor = async () => 'http://127.0.0.1:1';
  const http = undiciHttp({ clock: realClock, version: '0.0.0', proxyFor });
  const answers: unknown[] = [];
  for (const { base, pin } of cases) {
    const read: CertificateRequest = { ...limits, base };
    const ask = (known: string): HttpRequest => ({ ...read, ...post, pin: known });
    answers.push(await (pin === undefined ? http.certificateAt(read) : http.send(ask(pin))));
  }
  await http.close();
  const { electron } = process.versions;
  process.stdout.write(JSON.stringify({ electron, answers }), () => process.exit(0));
}

void probe(JSON.parse(process.argv.at(-1) ?? '[]'));
