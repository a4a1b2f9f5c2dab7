/** How a refusal is worded. A crash is always a page in HTML. */
export type RefusalStyle = 'json' | 'html';

/** Knobs of the station's manners. All may be changed while the simulator runs. */
export interface FcspSettings {
  /** The developer key that opens the API. */
  devkey: string;
  /** Status of a login with a wrong key. The real one is not known. */
  wrongKeyStatus: number;
  /** Form of the answer to a wrong key. */
  wrongKeyStyle: RefusalStyle;
  /** Form of the answers 400, 401, 405 and 415 elsewhere. */
  refusalStyle: RefusalStyle;
  /** Life of an access token. The default is guessed: that of djangorestframework-simplejwt. */
  accessLifeMs: number;
  /** Life of a refresh token; guessed likewise. */
  refreshLifeMs: number;
  /** Whether tokens name `iat` and `exp`, only `iat`, or neither. */
  tokenDates: 'both' | 'no-exp' | 'none';
  /** Whether a refresh also gives a new refresh token, and what becomes of the old one. */
  refreshRotation: 'none' | 'new' | 'new-and-old-dies';
  /** The station's own clock minus the true time. Changing it ages tokens, as it would there. */
  clockOffsetMs: number;
  /** Shortest time between two answers of the same read; 0 switches the rule off. */
  floorMs: number;
  /**
   * Wall time that every answer takes. Were it shorter than a handshake, two requests sent side by side
   * on two connections would seem to come one after the other.
   */
  serviceMs: number;
}

/** The key known from the phone app's traffic, the same on every unit so far (FCA). */
export const PUBLIC_DEVKEY = '1bcr1ee0j58v9vzvy31n7w0imfz5dqi85tzem7om';

export const DEFAULT_SETTINGS: Readonly<FcspSettings> = {
  devkey: PUBLIC_DEVKEY,
  wrongKeyStatus: 401,
  wrongKeyStyle: 'json',
  refusalStyle: 'json',
  accessLifeMs: 300_000,
  refreshLifeMs: 86_400_000,
  tokenDates: 'both',
  refreshRotation: 'none',
  clockOffsetMs: 0,
  floorMs: 30_000,
  serviceMs: 15,
};
