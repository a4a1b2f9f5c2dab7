// @ts-check

/** @typedef {import('../../shared/domain/app/licence.ts').Licence} Licence */

/**
 * What a bill is made of.
 * @typedef {object} Known
 * @property {readonly Licence[]} licences of everything that is packed, the app itself first
 * @property {Readonly<Record<string, Locked>>} locked `packages` of the lock file
 * @property {{ electron: string, chrome: string, node: string, v8: string }} runtime versions
 * @property {string} homepage of the app
 * @property {string | undefined} epoch seconds, for builds that are to have a time
 */

/**
 * @typedef {object} Locked
 * @property {string} [name] where it is not the folder's
 * @property {string} [version]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 */

/**
 * The bill of materials of the package, as CycloneDX 1.6 has it. The same input gives the same bill:
 * it has no time and no serial number of its own. Throws where nobody says how the app itself is called.
 * @param {Known} known
 */
export function billOf({ licences, locked, runtime, homepage, epoch }) {
  const [own, ...others] = licences;
  if (!own?.version) throw new Error('The app itself is not among the licences');
  const packages = placesByTitle(locked);
  const app = { ...component(own, `pkg:generic/chargetray@${own.version}`), type: 'application' };
  const parts = others.map((licence) => {
    if (licence.name === 'electron') return electron(licence, runtime);
    const isPackage = packages.has(titleOf(licence));
    return component(licence, isPackage ? npmAddress(licence) : partAddress(licence));
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(epoch ? { timestamp: new Date(Number(epoch) * 1000).toISOString() } : {}),
      lifecycles: [{ phase: 'build' }],
      component: { ...app, externalReferences: [{ type: 'website', url: homepage }] },
    },
    components: parts,
    dependencies: [
      { ref: app['bom-ref'], dependsOn: parts.map((part) => part['bom-ref']) },
      ...others.map((licence, index) => ({
        ref: parts[index]?.['bom-ref'] ?? '',
        dependsOn: needsOf(licence, { locked, packages }).flatMap((title) =>
          parts.filter((_, at) => titleOf(others[at]) === title).map((part) => part['bom-ref']),
        ),
      })),
    ],
  };
}

/** @param {Licence} licence @param {string} address */
function component({ name, version, terms }, address) {
  return {
    type: 'library',
    'bom-ref': address,
    ...scoped(name),
    ...(version ? { version } : {}),
    licenses: terms ? [termsOf(terms)] : [],
    purl: address,
  };
}

/** @param {string} name */
function scoped(name) {
  const [, group, rest] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  return group && rest ? { group, name: rest } : { name };
}

/** An identifier stands alone; anything else is an expression of several. @param {string} terms */
function termsOf(terms) {
  return /^[\w.-]+$/.test(terms) ? { license: { id: terms } } : { expression: terms };
}

/** @param {Licence} licence */
function npmAddress({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** Of what lies within a package and has none of its own. @param {Licence} licence */
function partAddress({ name, version }) {
  const word = name.replace(/ \(.*/, '').toLowerCase();
  return `pkg:generic/${word}${version ? `@${version}` : ''}`;
}

/**
 * As it is packed, with what it is made of and what is found under in lists of weaknesses.
 * @param {Licence} licence
 * @param {Known['runtime']} runtime
 */
function electron(licence, { electron: version, chrome, node, v8 }) {
  /** @type {(name: string, version: string, terms: string, cpe: string) => object} */
  const within = (name, made, terms, cpe) => ({
    ...component(
      { name, version: made, terms, text: '' },
      partAddress({ name, version: made, text: '' }),
    ),
    type: 'framework',
    cpe: `cpe:2.3:a:${cpe}:${made}:*:*:*:*:*:*:*`,
  });
  return {
    ...component({ ...licence, version }, npmAddress({ ...licence, version })),
    type: 'framework',
    cpe: `cpe:2.3:a:electronjs:electron:${version}:*:*:*:*:*:*:*`,
    components: [
      within('Chromium', chrome, 'BSD-3-Clause', 'google:chrome'),
      within('Node.js', node, 'MIT', 'nodejs:node.js'),
      within('V8', v8, 'BSD-3-Clause', 'google:v8'),
    ],
  };
}

/** @param {{ name: string, version?: string | undefined } | undefined} one */
function titleOf(one) {
  return one ? `${one.name} ${one.version}` : '';
}

/** Where each package lies that the lock file names. @param {Known['locked']} locked */
function placesByTitle(locked) {
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const [place, { name, version }] of Object.entries(locked)) {
    const title = titleOf({ name: name ?? place.replace(/^.*node_modules\//, ''), version });
    places.set(title, [...(places.get(title) ?? []), place]);
  }
  return places;
}

/**
 * Titles of the packages that one asks for, as its folder finds them.
 * @param {Licence} licence
 * @param {{ locked: Known['locked'], packages: ReadonlyMap<string, readonly string[]> }} all
 */
function needsOf(licence, { locked, packages }) {
  const found = (packages.get(titleOf(licence)) ?? []).flatMap((place) => {
    const { dependencies, optionalDependencies } = locked[place] ?? {};
    return Object.keys({ ...dependencies, ...optionalDependencies }).map((name) =>
      nearest(name, place, locked),
    );
  });
  return [...new Set(found)].sort();
}

/** @param {string} name @param {string} from @param {Known['locked']} locked @returns {string} */
function nearest(name, from, locked) {
  const place = `${from}${from && '/'}node_modules/${name}`;
  const entry = locked[place];
  if (entry) return titleOf({ name: entry.name ?? name, version: entry.version });
  // One that suits another system may be nowhere.
  return from === ''
    ? ''
    : nearest(name, from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), locked);
}
