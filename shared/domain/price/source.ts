/** Where prices by the hour can be had from, in the order in which the settings show them. */
export const priceSourceIds = [
  'energyCharts',
  'awattar',
  'octopus',
  'energyZero',
  'spotHinta',
  'energinet',
  'omie',
  'nordPool',
  'tibber',
  'own',
] as const;

export type PriceSourceId = (typeof priceSourceIds)[number];

/** Those that know their customer by a token. */
export const tokenSourceIds = ['tibber'] as const satisfies readonly PriceSourceId[];

export type TokenSourceId = (typeof tokenSourceIds)[number];

export function wantsToken(source: AnyPriceSourceId): source is TokenSourceId {
  return tokenSourceIds.some((id) => id === source);
}

/** Sources that only step in where another one fails: the settings do not offer them. */
export const fallbackSourceIds = ['smard', 'elering'] as const;

/** A source that may be asked, whether or not an owner can choose it. */
export type AnyPriceSourceId = PriceSourceId | (typeof fallbackSourceIds)[number];

/** Why no prices could be had. `until` is epoch ms. */
export type PriceFailure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'serverError' }
  /** Too many questions; it is not asked again before. */
  | { readonly kind: 'rateLimited'; readonly until: number }
  /** An answer, but not one of this source. */
  | { readonly kind: 'notUnderstood' }
  /** The market has not said them yet. */
  | { readonly kind: 'notPublished' }
  /** The source wants a token, or not this one. */
  | { readonly kind: 'tokenRefused' }
  /** Nobody has given one, or it was not kept; nothing is asked. */
  | { readonly kind: 'noToken' }
  /** It lies in a keychain that is locked; nothing is asked. */
  | { readonly kind: 'tokenLocked' }
  /** A file or address of the owner's own that is not there. */
  | { readonly kind: 'notFound' }
  /** No unit in which electricity is sold: a wrong one is likelier than this price, per kWh. */
  | { readonly kind: 'implausible'; readonly perKwh: string };
