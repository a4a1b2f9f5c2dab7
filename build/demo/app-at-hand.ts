import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launch } from '../launch.mjs';

/** How the real app is to be started. */
export interface AppPlan {
  /** The environment of the desktop on which it appears. */
  readonly desktopEnv: Readonly<Record<string, string>>;
  /** Where it keeps settings, state and logs. */
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A packaged app; without it, the build in `out/`. */
  readonly executablePath?: string;
}

/** The real app, started and at hand. */
export interface AppAtHand {
  readonly electron: ElectronApplication;
  readonly pid: number;
  /** The open window, or the next one that opens. */
  window(): Promise<Page>;
}

/** Starts the real app in a real Electron. */
export async function startApp(plan: AppPlan): Promise<AppAtHand> {
  const built = launch([]);
  const packaged = plan.executablePath;
  const args = packaged ? built.args.filter((arg) => arg.startsWith('--')) : built.args;
  const electron = await _electron.launch({
    executablePath: packaged ?? built.executablePath,
    args: [...args, `--user-data-dir=${plan.dataFolder}`, ...(plan.args ?? [])],
    env: { ...plan.desktopEnv, ...plan.env },
  });
  const pid = electron.process().pid;
  if (pid === undefined) throw new Error('The app has no process');
  return { electron, pid, window: () => electron.firstWindow() };
}

/** Types an account into the form for a new charger, as a person would. */
export async function addAccount(
  page: Page,
  account: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
