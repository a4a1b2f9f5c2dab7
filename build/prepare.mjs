// @ts-check
import { nodeComplaint } from './prepare/node-version.mjs';
import { Stop } from './prepare/say.mjs';

/**
 * Everything a script may need before its own work. Each step looks first and is silent when there
 * is nothing to do. Only Node's own modules are loaded until the npm packages are there.
 * @typedef {object} Needs
 * @property {boolean} [runtime] an Electron to run, and the libraries it needs
 * @property {boolean} [desktop] a virtual desktop: display, keychain, notifications, tray
 * @property {boolean} [broker] a broker of MQTT for tests to speak to
 * @property {boolean} [installers] what makes packages of the kinds that this system has
 * @property {boolean} [image] what an AppImage is made with in tests
 * @property {boolean} [app] the built app in `out/`
 */

/** Makes the checkout ready. @param {Needs} [needs] */
export async function prepare(needs = {}) {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint) throw new Stop(complaint);
  const { prepareNpmPackages } = await import('./prepare/npm-packages.mjs');
  await prepareNpmPackages();
  if (needs.runtime || needs.desktop || needs.broker) await prepareMachine(needs);
  if (needs.app) {
    const { prepareAppBuild } = await import('./prepare/app-build.mjs');
    await prepareAppBuild();
  }
}

/** @param {Needs} needs */
async function prepareMachine(needs) {
  const { prepareSystemLibraries } = await import('./prepare/system-libraries.mjs');
  const runtime = Boolean(needs.runtime || needs.desktop);
  await prepareSystemLibraries({ ...needs, runtime });
  if (!runtime) return;
  const { prepareElectronRuntime } = await import('./prepare/electron-runtime.mjs');
  await prepareElectronRuntime();
}
