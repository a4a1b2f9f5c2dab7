/** Where settings of other programs may lie. */
export interface Sources {
  /** The text of a file; undefined when it is not there or may not be read. Never rejects. */
  readonly readText: (path: string) => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly folder: string;
}
