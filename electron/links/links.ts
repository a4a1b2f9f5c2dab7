import type { GoTo } from '../../shared/domain/app/app-state.ts';
import { type LinkAsked, readLink } from '../../shared/domain/app/link.ts';
import { chargersCalled } from '../../shared/domain/charger/chargers-called.ts';
import { success } from '../../shared/result.ts';
import type { Store } from '../app/store.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** What following links needs of the app. */
export interface LinksApp {
  readonly ports: { readonly clock: Clock; readonly log: Log };
  readonly store: Pick<Store, 'get' | 'change' | 'replace'>;
  open(view: GoTo['view'], chargerId?: string): void;
}

/** A page can open a hundred in a second: of what comes within so long, the newest counts. */
const gatherMs = 100;
/** Whoever has not answered by then has gone: nobody finds an old question and presses it. */
const waitMs = 2 * 60_000;

/**
 * Links from web pages and other programs. They open the window and ask; whatever they ask for is
 * sent by a press there and by nothing else.
 */
export class Links {
  readonly #app: LinksApp;
  #newest = '';
  #gathering: Timer | undefined;
  #waiting: Timer | undefined;
  #counter = 0;

  constructor(app: LinksApp) {
    this.#app = app;
  }

  /** Somebody has opened a link. */
  follow(text: string): void {
    this.#newest = text;
    this.#gathering ??= this.#app.ports.clock.after(gatherMs, () => {
      this.#gathering = undefined;
      this.#obey(this.#newest);
    });
  }

  /** Its owner has answered it, either way. */
  answered(counter: number): void {
    const { link, ...state } = this.#app.store.get();
    if (link?.counter !== counter) return;
    this.#waiting?.cancel();
    this.#app.store.replace(state);
  }

  #obey(text: string): void {
    const { ports, store } = this.#app;
    this.answered(this.#counter);
    const read = readLink(text);
    // No more of it: the rest may be private, or made to be read in a log.
    ports.log.info('link', { what: read.ok ? read.value.kind : read.failure.kind });
    if (!read.ok) {
      this.#ask(read);
      this.#app.open('chargers');
    } else if (read.value.kind === 'view') {
      this.#app.open(read.value.view);
    } else {
      const link = read.value;
      const [charger, ...others] = chargersCalled(store.get().chargers, link.charger);
      const id = others.length === 0 ? charger?.id : undefined;
      if (id === undefined || link.command) this.#ask(success(link));
      this.#app.open('chargers', id);
    }
  }

  #ask(says: LinkAsked['says']): void {
    const { ports, store } = this.#app;
    this.#waiting?.cancel();
    this.#counter += 1;
    const counter = this.#counter;
    store.change({ link: { counter, says } });
    this.#waiting = ports.clock.after(waitMs, () => this.answered(counter));
  }
}
