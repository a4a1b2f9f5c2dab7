/** Under which terms somebody else's work is part of this app. */
export interface Licence {
  readonly name: string;
  readonly version?: string | undefined;
  /** SPDX expression, where the package states one. */
  readonly terms?: string | undefined;
  /** As its authors wrote it. */
  readonly text: string;
}

/** What licences are kept of: the app with its packages, and the browser that it runs on. */
export const licenceLists = ['app', 'browser'] as const;
export type LicenceList = (typeof licenceLists)[number];
