/** Words around the licences of what this app is made of. */
export const licenceText = {
  open: 'Open-source licences',
  title: 'Open-source licences',
  intro: 'ChargeTray is built on the work of others. Open an entry to read its licence.',
  loading: 'Loading…',
  missing: 'The licence texts are missing from this copy of ChargeTray.',
  browser: 'Chromium and everything in it',
} as const;
