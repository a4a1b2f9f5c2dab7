// @ts-check

/**
 * How a package will be signed.
 * @typedef {object} Signing
 * @property {NodeJS.ProcessEnv} env the environment for the packer
 * @property {readonly string[]} args what else the packer is told
 * @property {readonly string[]} lacks what nobody will find out from the package's name
 */

/** What says who signs, and to whom Apple gives its stamp. */
const ofSigning = /^(WIN_)?CSC_|^APPLE_/;

/** Any of these is enough for a certificate. */
const certificates = new Map([
  ['darwin', ['CSC_LINK', 'CSC_NAME']],
  ['win32', ['WIN_CSC_LINK', 'CSC_LINK']],
]);

/** Any of these is enough for Apple's stamp; what goes with each, the packer asks for. */
const notaries = ['APPLE_API_KEY', 'APPLE_ID', 'APPLE_KEYCHAIN_PROFILE'];

/**
 * Signs by what the environment holds, and says what it does not.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Signing}
 */
export function signing(platform, environment) {
  // A build machine hands on a secret that nobody has set as an empty text; the packer would look for
  // a certificate in a file of that name.
  const isSet = (/** @type {string} */ name) => Boolean(environment[name]?.trim());
  const asked = certificates.get(platform) ?? [];
  const isSigned = asked.some(isSet);
  const isKept = (/** @type {string} */ name) =>
    ofSigning.test(name) ? isSigned && isSet(name) : true;
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => isKept(name)));
  const lacks = [];
  if (asked.length > 0 && !isSigned) lacks.push(`NOT SIGNED: none of ${asked.join(', ')} is set.`);
  const isMac = platform === 'darwin';
  if (isMac && !(isSigned && notaries.some(isSet))) {
    lacks.push(`NOT NOTARISED: it takes a certificate and one of ${notaries.join(', ')}.`);
  }
  // Apple's processors start nothing without a signature. This one names nobody.
  return { env, args: isMac && !isSigned ? ['-c.mac.identity=-'] : [], lacks };
}
