/** What exchanges a menu, and what lets the system end first what it is about. */
export interface MenuExchange<Menu> {
  readonly exchange: (menu: Menu) => void;
  readonly later: (then: () => void) => void;
}

/**
 * Holds a new menu back while the old one is open: exchanged under somebody's hand, it would close,
 * or what they press would be lost. Only the last one that came meanwhile is worth showing.
 */
export class HeldMenu<Menu extends object> {
  readonly #how: MenuExchange<Menu>;
  #isOpen = false;
  #openings = 0;
  #waiting: Menu | undefined;

  constructor(how: MenuExchange<Menu>) {
    this.#how = how;
  }

  show(menu: Menu): void {
    if (this.#isOpen) this.#waiting = menu;
    else this.#how.exchange(menu);
  }

  opened(): void {
    this.#isOpen = true;
    this.#openings += 1;
  }

  /** What was pressed is told only after the menu has closed. */
  closed(): void {
    const mine = this.#openings;
    this.#how.later(() => {
      if (mine !== this.#openings) return;
      this.#isOpen = false;
      const menu = this.#waiting;
      this.#waiting = undefined;
      if (menu) this.#how.exchange(menu);
    });
  }
}
