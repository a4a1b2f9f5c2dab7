import { setImmediate } from 'node:timers/promises';
import { fromSessions } from '../edits/session-rows.ts';
import { fromSlots, slotColumns, slotDayOf } from '../slots/slot-rows.ts';
import type { Connection, Row } from '../store/engine.ts';
import { chargersOf, knownOf, pricesOf } from '../store/reads.ts';
import { sampleColumns, samplesOf, withDetails } from '../store/sample-rows.ts';
import type { KeptItem } from './backup.ts';

/** How many are read before everything else has its turn: a few milliseconds' work. */
export const itemsInPart = 100;

interface Kind {
  /** Rows after the two values of the one before, which each row has as `a` and `b`. */
  readonly sql: string;
  readonly itemsOf: (row: Row, connection: Connection) => readonly KeptItem[];
}

/** Chargers come first: whoever brings them back knows whose all the rest is. */
const kinds: { readonly [Name in KeptItem['kind']]: Kind } = {
  charger: {
    sql: `SELECT id AS a, 0 AS b, key, brand, name, model, serial FROM chargers
      WHERE id > ? AND ? IS NOT NULL ORDER BY id LIMIT ?`,
    itemsOf: (row) => chargersOf(row).map((charger) => ({ kind: 'charger', charger })),
  },
  price: {
    sql: `SELECT charger AS a, starts_at AS b, key, entry
      FROM prices JOIN chargers ON chargers.id = prices.charger
      WHERE (charger, starts_at) > (?, ?) ORDER BY charger, starts_at LIMIT ?`,
    itemsOf: (row) =>
      pricesOf(row).map((entry) => ({ kind: 'price', charger: String(row.key), entry })),
  },
  session: {
    sql: `SELECT found.started_at AS a, found.id AS b, found.* FROM (${fromSessions}) AS found
      WHERE (found.started_at, found.id) > (?, ?) ORDER BY found.started_at, found.id LIMIT ?`,
    itemsOf: (row, connection) =>
      knownOf(row, connection).map(({ cloudIds, ...one }) => ({
        kind: 'session',
        ...one,
        cloudIds: [...cloudIds],
      })),
  },
  sample: {
    sql: `SELECT charger AS a, at AS b, key, ${sampleColumns}
      FROM samples JOIN chargers ON chargers.id = samples.charger ${withDetails}
      WHERE (charger, at) > (?, ?) ORDER BY charger, at LIMIT ?`,
    itemsOf: (row) =>
      samplesOf(row).map((sample) => ({ kind: 'sample', charger: String(row.key), sample })),
  },
  slots: {
    sql: `SELECT series AS a, day AS b, ${slotColumns} ${fromSlots}
      WHERE (series, day) > (?, ?) ORDER BY series, day LIMIT ?`,
    itemsOf: (row) => slotDayOf(row).map((day) => ({ kind: 'slots', day })),
  },
};

type Read = <T>(work: (connection: Connection) => T) => Promise<T>;

/**
 * All that is kept of some kinds, a bounded number at a time, however much there is. Between two
 * parts everything else has its turn.
 */
export async function* wholeParts<Name extends KeptItem['kind']>(
  read: Read,
  names: readonly Name[],
): AsyncGenerator<readonly Extract<KeptItem, { kind: Name }>[]> {
  for (const name of names) {
    const { sql, itemsOf } = kinds[name];
    let after: Row | undefined;
    do {
      const rows = await read((connection) =>
        pageOf(connection, sql, after).map((row) => ({ row, items: itemsOf(row, connection) })),
      );
      // A kind's rows make items of that kind, which the compiler cannot see.
      const items = rows.flatMap((one) => one.items) as Extract<KeptItem, { kind: Name }>[];
      if (items.length > 0) yield items;
      await setImmediate();
      after = rows.length < itemsInPart ? undefined : rows.at(-1)?.row;
    } while (after);
  }
}

function pageOf(connection: Connection, sql: string, after: Row | undefined): readonly Row[] {
  const first = Number.MIN_SAFE_INTEGER;
  const { a, b } = after ?? {};
  return connection.all(sql, Number(a ?? first), Number(b ?? first), itemsInPart);
}
