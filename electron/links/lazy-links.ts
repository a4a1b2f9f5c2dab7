import type { Links, LinksApp } from './links.ts';

/** Links to the app; loaded with the first one. */
export class LazyLinks {
  readonly #app: LinksApp;
  #links: Promise<Links> | undefined;

  constructor(app: LinksApp) {
    this.#app = app;
  }

  /** Somebody wants to see the app, and has come by a link where one is given. Waits for nothing. */
  follow(text: string | undefined): void {
    if (text === undefined) {
      this.#app.open('chargers');
      return;
    }
    this.#links ??= import('./links.ts').then(({ Links }) => new Links(this.#app));
    void this.#links.then((links) => links.follow(text));
  }

  /** Its owner has answered the one with this counter, either way. */
  answered(counter: number): void {
    void this.#links?.then((links) => links.answered(counter));
  }
}
