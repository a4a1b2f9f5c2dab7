/** The service under which the demo's app keeps its secrets, apart from a person's own. */
const service = 'ChargeTray Demo';
const timeLimitMs = 5000;

/** Removes what the demo has left in the system's keychain. Gives up on one that does not answer. */
export async function emptyDemoKeychain(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, timeLimitMs).unref());
  await Promise.race([removeAll().catch(() => undefined), late]);
}

async function removeAll(): Promise<void> {
  const { default: keytar } = await import('keytar');
  for (const { account } of await keytar.findCredentials(service)) {
    await keytar.deletePassword(service, account);
  }
}
