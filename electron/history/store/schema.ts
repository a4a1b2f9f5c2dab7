import { z } from 'zod';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { stateNameSchema } from '../../../shared/schema/charger/status.ts';
import { eachKind, required } from '../../../shared/schema/sound.ts';

/**
 * How a file comes from one version to the next: the first step makes version 1 of a new file. A
 * step that was ever shipped stays as it is. Times are epoch ms, everything else W, Wh, A.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE chargers (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    brand TEXT NOT NULL,
    name TEXT NOT NULL,
    model TEXT,
    serial TEXT
  ) STRICT;
  CREATE TABLE samples (
    charger INTEGER NOT NULL REFERENCES chargers (id),
    at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    power_w INTEGER,
    energy_wh INTEGER,
    limit_a INTEGER,
    gap INTEGER,
    PRIMARY KEY (charger, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    charger INTEGER NOT NULL REFERENCES chargers (id),
    -- By which the app's own looks know it again; a cloud may know an earlier start.
    own_start INTEGER,
    source TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    start_seen INTEGER NOT NULL,
    ended_at INTEGER,
    ended_how TEXT,
    energy_wh INTEGER,
    green_energy_wh INTEGER,
    charging_ms INTEGER,
    average_w INTEGER,
    peak_w INTEGER,
    gaps INTEGER,
    cost TEXT,
    currency TEXT,
    cost_origin TEXT,
    cost_estimated INTEGER,
    UNIQUE (charger, own_start)
  ) STRICT;
  CREATE INDEX sessions_by_start ON sessions (started_at, id);
  -- Under which names clouds know a session.
  CREATE TABLE cloud_ids (
    session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    cloud_id TEXT NOT NULL,
    PRIMARY KEY (session, cloud_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE cloud_months (
    charger INTEGER NOT NULL REFERENCES chargers (id),
    month TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    PRIMARY KEY (charger, month)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE prices (
    charger INTEGER NOT NULL REFERENCES chargers (id),
    starts_at INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (charger, starts_at)
  ) STRICT, WITHOUT ROWID;
  -- Before which moment samples and sessions were dropped, so that none comes back.
  CREATE TABLE dropped (
    what TEXT PRIMARY KEY,
    before INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What changes rarely from sample to sample, each combination once: a sample needs a byte or two for
  -- its number. That is why the current is kept in tenths. None is ever dropped.
  CREATE TABLE sample_details (
    id INTEGER PRIMARY KEY,
    phases INTEGER,
    vendor_code TEXT,
    current_da INTEGER
  ) STRICT;
  CREATE INDEX sample_details_by_content ON sample_details (vendor_code, phases, current_da);
  ALTER TABLE samples ADD COLUMN details INTEGER REFERENCES sample_details (id);
  `,
  `
  -- What its owner says of a session stands beside what was measured, which stays.
  ALTER TABLE sessions ADD COLUMN tag TEXT;
  ALTER TABLE sessions ADD COLUMN note TEXT;
  ALTER TABLE sessions ADD COLUMN owner_started_at INTEGER;
  ALTER TABLE sessions ADD COLUMN owner_ended_at INTEGER;
  ALTER TABLE sessions ADD COLUMN owner_energy_wh INTEGER;
  -- Of the corrected session, whether it was entered or follows from the rest.
  ALTER TABLE sessions ADD COLUMN owner_cost TEXT;
  ALTER TABLE sessions ADD COLUMN owner_currency TEXT;
  ALTER TABLE sessions ADD COLUMN owner_cost_origin TEXT;
  ALTER TABLE sessions ADD COLUMN owner_cost_estimated INTEGER;
  ALTER TABLE sessions ADD COLUMN edited_at INTEGER;
  -- A deleted session stays known, so that no cloud, reading or backup brings it back.
  ALTER TABLE sessions ADD COLUMN deleted_at INTEGER;
  -- So long ago that nothing is left of it but when it was.
  ALTER TABLE sessions ADD COLUMN wiped INTEGER;
  ALTER TABLE sessions ADD COLUMN told_start INTEGER
    GENERATED ALWAYS AS (coalesce(owner_started_at, started_at)) VIRTUAL;
  CREATE INDEX sessions_by_told_start ON sessions (told_start, id);
  `,
  `
  -- What markets have told, so that past sessions keep the prices of their time. There are one or two
  -- series: no index pays.
  CREATE TABLE price_series (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    area TEXT NOT NULL,
    currency TEXT NOT NULL,
    vat_included INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE price_slots (
    series INTEGER NOT NULL REFERENCES price_series (id),
    -- Days since 1970 by UTC.
    day INTEGER NOT NULL,
    -- Packed, see slot-day.ts: a year of quarter-hours would take megabytes as rows.
    slots TEXT NOT NULL,
    PRIMARY KEY (series, day)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What a plan has saved, as exact as the cost beside which it stands.
  ALTER TABLE sessions ADD COLUMN planned_since INTEGER;
  ALTER TABLE sessions ADD COLUMN saved TEXT;
  ALTER TABLE sessions ADD COLUMN owner_saved TEXT;
  `,
  `
  ALTER TABLE sample_details ADD COLUMN by_plan INTEGER;
  `,
];

/** A number in a column: null where nobody knows it, or where it cannot be. */
export const unknowable = eachKind((kind) => required[kind].nullable().catch(null));

/** A column of something that is so or not. */
export const mark = z.number().nullable().catch(null);

/** A number as a column holds it. */
export function whole(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value);
}

/** The same for what is so or not. */
export function flag(isSet: boolean | undefined): number | null {
  return isSet ? 1 : null;
}

/** Numbers on disk, which never change their meaning. */
const stateCodes: Readonly<Record<ChargerStateName, number>> = {
  unknown: 0,
  charging: 1,
  discharging: 2,
  transferring: 3,
  waiting: 4,
  queued: 5,
  scheduled: 6,
  paused: 7,
  complete: 8,
  locked: 9,
  lockedCar: 10,
  available: 11,
  updating: 12,
  error: 13,
  offline: 14,
};

/** The number by which a state is kept. */
export function codeOfState(state: ChargerStateName): number {
  return stateCodes[state];
}

const stateNames: ReadonlyMap<unknown, ChargerStateName> = new Map(
  stateNameSchema.options.map((name) => [stateCodes[name], name]),
);

/** The state of a number; one that only a later version knows is unknown here. */
export function stateOfCode(code: unknown): ChargerStateName {
  return stateNames.get(code) ?? 'unknown';
}
