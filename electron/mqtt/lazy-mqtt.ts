import type { BrokerState } from '../../shared/domain/app/broker.ts';
import type { Reply, Request } from '../../shared/ipc/contract.ts';
import { failed } from '../../shared/result.ts';

/** What is told to a broker. Nothing of it is loaded, and nobody is spoken to, before one is set. */
export class LazyMqtt {
  /** For the state; undefined while there is no broker. */
  view(): BrokerState | undefined {
    return undefined;
  }

  async set(_given: Request<'setBroker'>): Promise<Reply<'setBroker'>> {
    return failed({ kind: 'noKeychain' });
  }

  async test(_given: Request<'testBroker'>): Promise<Reply<'testBroker'>> {
    return failed({ kind: 'unreachable' });
  }

  async forget(): Promise<void> {}
}
