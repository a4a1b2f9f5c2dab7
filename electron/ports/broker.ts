import type { BrokerAddress, BrokerFailure } from '../../shared/domain/app/broker.ts';
import type { Result } from '../../shared/result.ts';

/** What is said under a topic. Retained, the broker says it to whoever comes later. */
export interface Publication {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

/** What somebody else has said under a topic of ours. */
export interface BrokerMessage {
  readonly topic: string;
  /** Undefined where it is no text. */
  readonly payload: string | undefined;
  /** It was said to be kept, and may be older than the connection. */
  readonly isRetained: boolean;
}

export interface BrokerRequest {
  readonly address: BrokerAddress;
  /** A broker lets nobody in twice under one name: the earlier connection ends. */
  readonly clientName: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** What the broker says in our place once the connection is gone without a farewell. */
  readonly will?: Publication | undefined;
  readonly keepAliveSeconds: number;
  /** For all of it: name, connection, certificate and the broker's welcome. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Who hears what comes over a connection. */
export interface BrokerListener {
  message(message: BrokerMessage): void;
  /** Once, and nothing after it; not for an end of our own. */
  closed(why: BrokerFailure): void;
}

/** A connection to a broker that has let us in. */
export interface BrokerLink {
  /** Waits for nobody; what a broken connection swallows is for the next one to say anew. */
  publish(publication: Publication): void;
  /**
   * Hears what is said under these topics from now on, of what was kept there `withRetained` only. False
   * where the broker does not allow it.
   */
  subscribe(topics: readonly string[], heard: { readonly withRetained: boolean }): Promise<boolean>;
  /** Says farewell, so that there is no last will. Resolves within a second and never rejects. */
  end(): Promise<void>;
}

/** The only way to a broker. Never throws, and sends nothing before the certificate is as it should be. */
export interface BrokerPort {
  connect(
    request: BrokerRequest,
    listener: BrokerListener,
  ): Promise<Result<BrokerLink, BrokerFailure>>;
}
