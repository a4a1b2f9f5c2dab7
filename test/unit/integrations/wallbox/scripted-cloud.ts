import type {
  Http,
  HttpAnswer,
  HttpFailure,
  HttpRequest,
} from '../../../../electron/ports/http.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';

/** What the scripted cloud says to one request. */
export type Said = Partial<HttpAnswer> | 'unreachable' | 'timedOut' | 'notUnderstood';

/** A token in the shape of the real ones, with these claims. */
export function tokenWith(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

/** Http without a network: each path answers what the test's script says, or 404. */
export class ScriptedCloud implements Http {
  readonly requests: HttpRequest[] = [];
  readonly #script = new Map<string, (request: HttpRequest) => Said>();

  /** From now on, `METHOD path` is answered so. */
  on(what: string, say: Said | ((request: HttpRequest) => Said)): void {
    this.#script.set(what, typeof say === 'function' ? say : () => say);
  }

  /** How often a path was asked. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  async send(request: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>> {
    this.requests.push(request);
    const said = this.#script.get(`${request.method} ${request.path}`)?.(request) ?? {
      status: 404,
    };
    if (typeof said === 'string') return failed({ kind: said });
    return success({ status: 200, headers: {}, body: '', ...said });
  }

  /** No cloud is asked for its certificate. */
  async certificateAt(): Promise<Result<never, HttpFailure>> {
    return failed({ kind: 'unreachable' });
  }

  async close(): Promise<void> {}
}
