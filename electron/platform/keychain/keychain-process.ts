import type { Keytar } from './keytar.ts';

/** What the process is asked: a call of keytar, once. */
export interface KeytarCall {
  readonly name: keyof Keytar;
  readonly args: readonly string[];
}

export type KeytarReply<Answer = unknown> =
  | { readonly answer: Answer }
  | { readonly refused: string };

/** Runs in a process that lives for one call of keytar, see `keytar-apart.ts`. */
async function answer({ name, args }: KeytarCall): Promise<KeytarReply> {
  try {
    const { default: keytar } = await import('keytar');
    // The other end took the arguments for this very method.
    return { answer: await Reflect.apply(keytar[name], keytar, args) };
  } catch (error) {
    return { refused: String(error) };
  }
}

process.parentPort.once('message', ({ data }: { readonly data: KeytarCall }) => {
  // Who has the answer says so: an end of our own could come before the answer does.
  process.parentPort.once('message', () => process.exit());
  void answer(data).then((reply) => process.parentPort.postMessage(reply));
});
