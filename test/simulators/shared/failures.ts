/** One way for a server to go wrong. */
export type Failure =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 200 with a web page, as a hotel's sign-in portal or a maintenance page gives. */
  | { readonly kind: 'html' }
  /** 200 whose JSON stops in the middle, with a matching length. */
  | { readonly kind: 'half-json' }
  /** 200 and no body at all. */
  | { readonly kind: 'empty' }
  /** A streamed answer of `bytes` (default 50 MB) with no length announced. */
  | { readonly kind: 'huge'; readonly bytes?: number }
  /** Never answers; the socket stays open. `reached` is called once that has begun. */
  | { readonly kind: 'hang'; readonly reached?: () => void }
  /** Headers at once, then one byte every `everyMs` (default 20) of wall time. */
  | { readonly kind: 'drip'; readonly everyMs?: number; readonly reached?: () => void }
  /** A status line, and then a header that never ends: a byte every second of wall time. */
  | { readonly kind: 'drip-headers'; readonly reached?: () => void }
  /** Half of the body in chunks, and then the connection ends without the last one. */
  | { readonly kind: 'cut-chunks' }
  /** Any bytes under any headers, made of the text of the right answer. */
  | {
      readonly kind: 'bytes';
      readonly of: (right: string) => {
        readonly headers?: Readonly<Record<string, string>>;
        readonly bytes: string | Buffer;
      };
    }
  /** Announces the whole body, sends half of it and resets the connection; or sends nothing before. */
  | { readonly kind: 'reset'; readonly before?: 'reply' }
  /** A redirect to `path` here, or to the trap on another host and port. */
  | {
      readonly kind: 'redirect';
      readonly to: 'same-host' | 'other-host';
      readonly status?: 301 | 302 | 303 | 307 | 308;
      readonly path?: string;
    }
  /** The right body under another name, e.g. `text/html`. */
  | { readonly kind: 'content-type'; readonly type: string }
  /** The right keys, each with a value of the wrong type. */
  | { readonly kind: 'wrong-types' }
  /** Any other change to the decoded body. */
  | { readonly kind: 'rewrite'; readonly body: (body: unknown) => unknown }
  /** The right answer, but not before `until` settles. Lets a test stand between two moments. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> };

/** A failure and the requests it hits. */
export interface FailureRule {
  /** A part of the path, or a pattern for it. The query string is not looked at. */
  readonly path: string | RegExp;
  readonly method?: string;
  /** How many requests it hits before it is spent. Default 1; `Infinity` lasts until cleared. */
  readonly times?: number;
  readonly failure: Failure;
  /**
   * Whether the request is really carried out before the answer goes wrong: an answer lost on its
   * way back leaves a command done. The default follows the kind.
   */
  readonly applied?: boolean;
}

/** Kinds that stand in front of the service, which then never hears of the request. */
const IN_FRONT: readonly Failure['kind'][] = ['status', 'html', 'huge', 'hang', 'redirect'];

/** True when the request should be carried out although its answer will be spoilt. */
export function isApplied(rule: FailureRule): boolean {
  return rule.applied ?? !IN_FRONT.includes(rule.failure.kind);
}

/** Holds the rules in the order they were added; the oldest that fits is used first. */
export class FailureBook {
  #rules: { readonly rule: FailureRule; left: number }[] = [];

  /** Adds a rule and returns what takes it away again. */
  add(rule: FailureRule): () => void {
    const entry = { rule, left: rule.times ?? 1 };
    this.#rules.push(entry);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rule for this request, used up by one. */
  take(method: string, path: string): FailureRule | undefined {
    const entry = this.#rules.find(({ rule, left }) => left > 0 && fits(rule, method, path));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.rule;
  }
}

function fits(rule: FailureRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  // A pattern with the g flag would remember where it stopped; search() does not.
  return typeof rule.path === 'string' ? path.includes(rule.path) : path.search(rule.path) >= 0;
}
