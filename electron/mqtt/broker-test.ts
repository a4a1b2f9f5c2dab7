import type { BrokerFailure, BrokerWelcome, BrokerWish } from '../../shared/domain/app/broker.ts';
import { harmless } from '../../shared/domain/harmless.ts';
import { type Result, success } from '../../shared/result.ts';
import type { BrokerPort } from '../ports/broker.ts';
import type { Clock } from '../ports/clock.ts';
import { within } from '../ports/within.ts';

interface Tools {
  readonly clock: Clock;
  readonly port: BrokerPort;
  readonly random: () => number;
}

const timeoutMs = 10_000;
/** Most brokers say at once what they are, and some never do. */
const sayingMs = 1000;
/** Where mosquitto and others say what they are. */
const versionTopic = '$SYS/broker/version';

/**
 * Connects once, under a name of its own so that nobody is thrown out, and says farewell. Nothing is
 * published.
 */
export async function testBroker(
  { address, user }: BrokerWish,
  password: string | undefined,
  { clock, port, random }: Tools,
): Promise<Result<BrokerWelcome, BrokerFailure>> {
  let heard: (words: string | undefined) => void = () => undefined;
  const told = new Promise<string | undefined>((resolve) => {
    heard = resolve;
  });
  const connected = await port.connect(
    {
      address,
      clientName: `chargetray-test-${Math.floor(random() * 2 ** 40).toString(36)}`,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined || user === undefined ? {} : { password }),
      keepAliveSeconds: 30,
      timeoutMs,
      signal: new AbortController().signal,
    },
    { message: ({ payload }) => heard(payload), closed: () => heard(undefined) },
  );
  if (!connected.ok) return connected;
  const link = connected.value;
  const isAllowed = await link.subscribe([versionTopic], { withRetained: true });
  const broker = isAllowed ? await within(clock, sayingMs, told, () => undefined) : undefined;
  await link.end();
  return success(broker ? { broker: harmless(broker, 80) } : {});
}
