/** A JSON file that is written whole and survives a crash in the middle of a write. */
export interface KeptFile {
  /**
   * What the file holds. A broken file is kept aside under another name, which is given. Waits for
   * the disk, and everybody with it: for the start, when there is no tray yet.
   */
  read(): { readonly value: unknown; readonly keptAside?: string };
  /**
   * Not all of what the file holds was understood: it is kept under the name that is given before it
   * is written anew. Waits for nothing.
   */
  keepAside(): string;
  /**
   * Takes the value as it is now; durable once it resolves. Rejects when the disk refuses, and waits
   * as long as the disk does: nobody else may.
   */
  write(value: unknown): Promise<void>;
  /** Resolves when nothing is being written. Never rejects. */
  settled(): Promise<void>;
}
