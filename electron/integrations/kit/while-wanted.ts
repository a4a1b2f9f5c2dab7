/**
 * Lets something work for as long as somebody waits for what it does: it is closed when the signal
 * aborts, and at once where it has.
 */
export async function whileWanted<T>(
  signal: AbortSignal,
  worker: { readonly close: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const close = () => worker.close();
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', close);
  }
}
