import {
  _electron,
  type ElectronApplication,
  errors,
  type Locator,
  type Page,
} from '@playwright/test';
import { phrases as english } from '../../shared/languages/en.ts';
import type { Messages } from '../../shared/text/messages.ts';
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
  /** A script that becomes the program which `WATCHED_PROGRAM` names. */
  readonly starter?: string;
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
  const program = packaged ?? built.executablePath;
  const electron = await launched({
    executablePath: plan.starter ?? program,
    args: [...args, `--user-data-dir=${plan.dataFolder}`, ...(plan.args ?? [])],
    env: { ...plan.desktopEnv, ...(plan.starter ? { WATCHED_PROGRAM: program } : {}), ...plan.env },
  });
  const pid = electron.process().pid;
  if (pid === undefined) throw new Error('The app has no process');
  return { electron, pid, window: () => electron.firstWindow() };
}

/** Getting hold of the app takes seconds at most. */
const launchLimitMs = 10_000;

/** A computer with other things to do may need one more. */
const mostLaunches = 3;

/**
 * The driver can miss a window that opens while it takes hold of the app, and then it would wait for
 * ever; the app is ended, and the next attempt finds things otherwise.
 */
async function launched(
  how: NonNullable<Parameters<typeof _electron.launch>[0]>,
  attempt = 1,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...how, timeout: launchLimitMs });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || attempt === mostLaunches) throw error;
    return launched(how, attempt + 1);
  }
}

/** Types an account into the form for a new charger, as a person would. */
export async function addAccount(
  page: Page,
  account: { readonly email: string; readonly password: string },
  phrases: Messages = english,
): Promise<void> {
  const { fields, submit } = phrases.brandForms.wallbox;
  await page.getByLabel(fields.email).fill(account.email);
  await page.getByLabel(fields.password, { exact: true }).fill(account.password);
  await page.getByRole('button', { name: submit }).click();
}

/** What a person types to have a station watched. */
export interface StationWords {
  /** A host, with a port unless it is the usual one. */
  readonly address: string;
  readonly name: string;
  /** A developer key of its own. */
  readonly key?: string;
}

/** Types a station into the form for a new charger. Ends at the question about its certificate. */
export async function askForStation(page: Page, station: StationWords): Promise<void> {
  await page.getByRole('radio', { name: 'Ford Charge Station Pro' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(station.address);
  await page.getByRole('textbox', { name: 'Name' }).fill(station.name);
  if (station.key !== undefined) await page.getByLabel(/^Developer key/).fill(station.key);
  await page.getByRole('button', { name: 'Connect' }).click();
  await certificateQuestion(page).waitFor();
}

/** The question whether a certificate is that of the station. */
export function certificateQuestion(page: Page): Locator {
  return page.getByRole('group', {
    name: /^(Is this your station\?|The station’s certificate has changed)$/,
  });
}

/** The fingerprints in the question, as one reads them out: `AA:BB:…`. */
export async function shownFingerprints(page: Page): Promise<readonly string[]> {
  const shown = await certificateQuestion(page).getByRole('code').allTextContents();
  return shown.map((words) => words.trim().split(/\s+/).join(':'));
}

/** Compares the certificate in the question with the station's own and says yes to it. */
export async function trustStation(page: Page, fingerprint: string): Promise<void> {
  await certificateQuestion(page).waitFor();
  const shown = await shownFingerprints(page);
  if (!shown.includes(fingerprint)) throw new Error(`Not the certificate of the station: ${shown}`);
  await page.getByRole('button', { name: /^Trust / }).click();
  await certificateQuestion(page).waitFor({ state: 'detached' });
}

/** Adds a station as a careful person would. The form for a new charger must be open. */
export async function addStation(
  page: Page,
  station: StationWords & { readonly fingerprint: string },
): Promise<void> {
  await askForStation(page, station);
  await trustStation(page, station.fingerprint);
}

/** Opens a page of the settings. */
export async function openSettings(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
}

/** Opens the form for one more charger. */
export async function openAddForm(page: Page): Promise<void> {
  await openSettings(page, 'Chargers');
  await page.getByRole('button', { name: 'Add a charger' }).click();
}
