import { z } from 'zod';

/** Under which terms somebody else's work is part of this app. */
export const licenceSchema = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
  /** SPDX expression, where the package states one. */
  terms: z.string().optional(),
  /** As its authors wrote it. */
  text: z.string().min(1),
});

export type Licence = Readonly<z.infer<typeof licenceSchema>>;

/** What licences are kept of: the app with its packages, and the browser that it runs on. */
export const licenceLists = ['app', 'browser'] as const;
export type LicenceList = (typeof licenceLists)[number];
