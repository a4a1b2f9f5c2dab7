import { type AddressInfo, createServer } from 'node:net';
import type { Http, HttpRequest } from '../../../electron/ports/http.ts';
import type { Counted } from '../contract-bench.ts';

/** Which requests, as the port is asked for them. */
export interface Which {
  readonly method: string;
  readonly path: RegExp;
}

/** The way to the far end: it counts what leaves, and may lead astray or not wait for an answer. */
export class Way {
  /** Everything that was sent, in order; without a query. */
  readonly sent: { readonly method: string; readonly path: string }[] = [];
  #which: Which | undefined;
  #elsewhere: string | undefined;
  #isSlow = false;
  #reached: () => void = () => undefined;

  /** Sends these requests to another origin. */
  lead(which: Which, elsewhere: string): void {
    this.#which = which;
    this.#elsewhere = elsewhere;
  }

  /** These requests get no whole answer: time goes on once the far end has begun it. */
  slow(which: Which): void {
    this.#which = which;
    this.#isSlow = true;
  }

  straight(): void {
    this.#which = undefined;
    this.#elsewhere = undefined;
    this.#isSlow = false;
  }

  reached(): void {
    this.#reached();
  }

  over = (http: Http, counted: Counted): Http => ({
    certificateAt: (request) => counted(http.certificateAt(request)),
    close: () => http.close(),
    send: (request) => {
      const { method } = request;
      const path = request.path.replace(/\?.*/, '');
      this.sent.push({ method, path });
      const isIt = this.#which?.method === method && this.#which.path.test(path);
      if (isIt && this.#elsewhere) {
        return counted(http.send(elsewhere(request, this.#elsewhere)));
      }
      if (!isIt || !this.#isSlow) return counted(http.send(request));
      const answer = http.send(request);
      const begun = new Promise<void>((resolve) => {
        this.#reached = resolve;
      });
      void counted(Promise.race([answer, begun]));
      return answer;
    },
  });
}

function elsewhere(request: HttpRequest, host: string): HttpRequest {
  return { ...request, base: `${new URL(request.base).protocol}//${host}` };
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
