/** External pages that the window may open, by name only. */
export const links = ['wallboxPortal', 'projectPage', 'downloadPage', 'trayHelp'] as const;
export type LinkName = (typeof links)[number];
