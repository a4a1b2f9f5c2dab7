import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The tests start what was built; `npm test` builds it. */
// biome-ignore lint/style/noDefaultExport: Playwright takes only the default export of this file.
export default function globalSetup(): void {
  const built = join(import.meta.dirname, '../../out/main.cjs');
  if (!existsSync(built)) throw new Error('The app is not built. Run `npm test`.');
}
