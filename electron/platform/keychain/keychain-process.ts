import type { Keytar } from './keytar.ts';

/** What the process is asked: a call of keytar. */
export interface KeytarCall {
  readonly id: number;
  readonly name: keyof Keytar;
  readonly args: readonly string[];
}

/** What came of the call with that id. */
export type KeytarReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refused: string };

/** Runs in a process of its own, see `keytar-apart.ts`. */
async function answer({ id, name, args }: KeytarCall): Promise<KeytarReply> {
  try {
    const { default: keytar } = await import('keytar');
    // The other end took the arguments for this very method.
    return { id, answer: await Reflect.apply(keytar[name], keytar, args) };
  } catch (error) {
    return { id, refused: String(error) };
  }
}

process.parentPort.on('message', ({ data }: { readonly data: KeytarCall }) => {
  void answer(data).then((reply) => process.parentPort.postMessage(reply));
});
