import type { Settings } from '../../../shared/domain/app/settings.ts';
import type {
  MarketChoice,
  MarketView,
  OfferedSource,
} from '../../../shared/domain/price/market.ts';
import {
  type PriceSourceId,
  type TokenSourceId,
  wantsToken,
} from '../../../shared/domain/price/source.ts';
import type { MarketArea } from '../../../shared/domain/session/price.ts';
import type { Reply, Request } from '../../../shared/ipc/contract.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Ports } from '../../ports/app-ports.ts';
import type { PromptOnce } from '../../ports/vault.ts';
import type { KnownSlots, SlotLookup } from '../hourly.ts';
import type { MarketPrices } from './market-prices.ts';
import type { PriceToken } from './price-token.ts';
import type { SourceBook } from './source-book.ts';

/** What the prices of a market need of the app. */
export interface MarketSurroundings {
  readonly ports: Pick<
    Ports,
    'clock' | 'hide' | 'http' | 'log' | 'overrides' | 'pricesFile' | 'random' | 'sources' | 'vault'
  >;
  readonly preferences: { readonly get: () => Pick<Settings, 'market'> };
  readonly throttle: { readonly now: () => void };
  /** Who reckons with the prices: they may be others now. */
  readonly tariffs: {
    readonly slotsChanged: () => void;
    readonly hourlySince: (market: MarketArea) => number | undefined;
  };
  readonly history: { readonly slotsChanged: () => void };
}

/** The prices of the chosen market. Nothing of it is loaded, and nobody asked, while none is. */
export class LazyMarket {
  readonly #app: MarketSurroundings;
  #changes = 0;
  #chosen: MarketChoice | null = null;
  #kept: unknown;
  /** The later call waits for the earlier one, so that two never ask at once. */
  #opened: Promise<MarketPrices | null> = Promise.resolve(null);
  #prices: MarketPrices | null = null;
  readonly #tokens = new Map<TokenSourceId, Promise<PriceToken>>();

  constructor(app: MarketSurroundings) {
    this.#app = app;
  }

  /** Reads what is kept of the chosen prices, if any are. Waits for the disk: for the start alone. */
  recall(): void {
    const { ports, preferences } = this.#app;
    if (preferences.get().market) this.#kept = ports.pricesFile.read().value;
  }

  /** Has the prices be those of the settings. Waits for nothing. */
  follow(): void {
    const { market } = this.#app.preferences.get();
    if (JSON.stringify(market) === JSON.stringify(this.#chosen)) return;
    const before = this.#chosen;
    if (before && before.source !== market?.source) this.#forgetToken(before.source);
    this.#chosen = market;
    const { log } = this.#app.ports;
    this.#opened = this.#opened.then(async (before) => {
      this.#prices = null;
      await before?.stop();
      this.#prices = market && (await this.#open(market));
      return this.#prices;
    });
    this.#opened = this.#opened.catch((bug: unknown) => {
      log.error('prices not loaded', { why: String(bug) });
      return null;
    });
    void this.#opened.then(() => this.#changed());
  }

  /** What is known of the chosen market: nothing before it was recalled. */
  known(): KnownSlots | undefined {
    return this.#prices?.known();
  }

  /** The same for who asks about one market. */
  readonly slots: SlotLookup = ({ area, source }) => {
    const { market, series } = this.known() ?? {};
    return series && market?.source === source && market.area === area ? [series] : [];
  };

  /** Resolves when what is kept on the disk is known; waits for no source. */
  recalled(): Promise<unknown> {
    return this.#opened;
  }

  /** For the state: moves on whenever there is something else to see. */
  changes(): { readonly changes: number } | undefined {
    return this.#chosen ? { changes: this.#changes } : undefined;
  }

  async view(): Promise<MarketView | null> {
    return (await this.#opened)?.view() ?? null;
  }

  /** Keeps what its owner has entered for a source, before that is chosen or while it is. */
  async setToken({
    source,
    token,
    untilQuit,
  }: Request<'setPriceToken'>): Promise<Reply<'setPriceToken'>> {
    return (await this.#token(source)).set(token, untilQuit);
  }

  /** The keychain may answer again; by its owner's leave also with a prompt. */
  keychainOpened(prompt?: PromptOnce): void {
    for (const token of this.#tokens.values()) void token.then((one) => one.opened(prompt));
  }

  #forgetToken(source: PriceSourceId): void {
    if (wantsToken(source)) void this.#token(source).then((token) => token.forget());
  }

  #token(source: TokenSourceId): Promise<PriceToken> {
    const there = this.#tokens.get(source);
    if (there) return there;
    const { clock, hide, log, vault } = this.#app.ports;
    const changed = () => {
      if (this.#chosen?.source === source) void this.#prices?.askNow();
    };
    const token = import('./price-token.ts').then(
      ({ PriceToken }) => new PriceToken({ source, clock, hide, log, vault, changed }),
    );
    this.#tokens.set(source, token);
    return token;
  }

  /** All that can be chosen. */
  async offered(): Promise<readonly OfferedSource[]> {
    const { offeredSources } = await import('./source-book.ts');
    return offeredSources();
  }

  /** The computer was asleep, or a price follows the market now. */
  wake(): void {
    void this.#opened.then((prices) => prices?.wake());
  }

  async stop(): Promise<void> {
    await (await this.#opened)?.stop();
  }

  async #open(choice: MarketChoice): Promise<MarketPrices> {
    const [{ MarketPrices }, { sourceBook }] = await Promise.all([
      import('./market-prices.ts'),
      import('./source-book.ts'),
    ]);
    const { clock, http, log, overrides, pricesFile, random, sources } = this.#app.ports;
    const { readText } = sources;
    const token = wantsToken(choice.source) ? await this.#token(choice.source) : undefined;
    const { baseUrl } = overrides.prices ?? {};
    return new MarketPrices({
      choice,
      book: token ? withToken(sourceBook, token) : sourceBook,
      tools: { clock, http, log, readText, ...omitUndefined({ baseUrl }) },
      clock,
      random,
      log,
      kept: this.#kept,
      file: pricesFile,
      paidSince: () => this.#app.tariffs.hourlySince(choice),
      changed: () => this.#changed(),
    });
  }

  #changed(): void {
    const { history, tariffs, throttle } = this.#app;
    this.#changes += 1;
    tariffs.slotsChanged();
    history.slotsChanged();
    throttle.now();
  }
}

/** Nobody who steps in hears the token. */
function withToken(book: SourceBook, token: PriceToken): SourceBook {
  return {
    ...book,
    find: (choice) => {
      const found = book.find(choice);
      return found && { ...found, source: token.guarded(found.source) };
    },
  };
}
