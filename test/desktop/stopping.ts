import type { Part } from './part.ts';

/** What has to end with a desktop, last started first. */
export type Stopping = {
  add(part: Part): void;
  addEnd(end: () => void): void;
  stop(): Promise<void>;
};

const deadlySignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Collects parts, and ends them also when this process itself is told to go. */
export function untilStopped(last: () => void): Stopping {
  const parts: Part[] = [];
  const ends: (() => void)[] = [last];
  const killAll = (): void => {
    for (const part of parts.splice(0).reverse()) part.kill();
    for (const end of ends.splice(0).reverse()) end();
  };
  const forget = whenProcessEnds(killAll);
  return {
    add: (part) => void parts.push(part),
    addEnd: (end) => void ends.push(end),
    async stop() {
      for (const end of ends.splice(1).reverse()) end();
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) await part.stop();
      killAll();
      forget();
    },
  };
}

function whenProcessEnds(killAll: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    killAll();
    forget();
    // Having listened, we took away the signal's own effect; with nobody else left, give it back.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', killAll);
    for (const signal of deadlySignals) process.off(signal, onSignal);
  };
  process.on('exit', killAll);
  for (const signal of deadlySignals) process.on(signal, onSignal);
  return forget;
}
