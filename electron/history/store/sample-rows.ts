import { z } from 'zod';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { instant, line } from '../../../shared/schema/sound.ts';
import type { Connection, Row } from './engine.ts';
import type { SampleQuery } from './history.ts';
import { codeOfState, flag, mark, stateOfCode, unknowable, whole } from './schema.ts';

/** Writes a sample, unless one of the same moment is there. To be called within a transaction. */
export function writeSample(connection: Connection, charger: number, sample: Sample): void {
  connection.run(
    `INSERT OR IGNORE INTO samples
       (charger, at, state, power_w, energy_wh, limit_a, gap, details)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    charger,
    Math.round(sample.at),
    codeOfState(sample.state),
    whole(sample.powerW),
    whole(sample.energyWh),
    whole(sample.limitA),
    flag(sample.gap),
    detailsOf(connection, sample),
  );
}

/** The number of what the sample says beside its own columns; null where it says nothing. */
function detailsOf(connection: Connection, sample: Sample): number | null {
  const { phases = null, vendorCode = null, currentA } = sample;
  const byPlan = flag(sample.byPlan);
  const current = whole(currentA === undefined ? undefined : currentA * 10);
  const values = [phases, vendorCode, current, byPlan] as const;
  if (values.every((value) => value === null)) return null;
  const find = () =>
    connection.all(
      `SELECT id FROM sample_details
       WHERE phases IS ? AND vendor_code IS ? AND current_da IS ? AND by_plan IS ?`,
      ...values,
    )[0]?.id;
  const known = find();
  if (typeof known === 'number') return known;
  connection.run(
    'INSERT INTO sample_details (phases, vendor_code, current_da, by_plan) VALUES (?, ?, ?, ?)',
    ...values,
  );
  return Number(find());
}

const rowSchema = z.object({
  at: instant,
  state: z.number(),
  power_w: unknowable.powerW,
  energy_wh: unknowable.energyWh,
  limit_a: unknowable.limitA,
  phases: z
    .union([z.literal(1), z.literal(3)])
    .nullable()
    .catch(null),
  vendor_code: line.nullable().catch(null),
  current_a: unknowable.currentA,
  by_plan: mark,
  gap: mark,
});

/** The columns of a sample, and from where they come. */
export const sampleColumns =
  'at, state, power_w, energy_wh, limit_a, gap, phases, vendor_code, current_da / 10.0 AS current_a, by_plan';
export const withDetails = 'LEFT JOIN sample_details ON sample_details.id = samples.details';

/** Samples in the order of time. */
export function readSamples(
  connection: Connection,
  { charger, from, to }: SampleQuery,
  limit = -1,
): readonly Sample[] {
  const rows = connection.all(
    `SELECT ${sampleColumns} FROM samples ${withDetails}
     WHERE charger = (SELECT id FROM chargers WHERE key = ?) AND at >= ? AND at < ?
     ORDER BY at LIMIT ?`,
    charger,
    from,
    to,
    limit,
  );
  return rows.flatMap(samplesOf);
}

/** The sample of a row; none for a row that only somebody else could have written. */
export function samplesOf(found: Row): readonly Sample[] {
  const { data } = rowSchema.safeParse(found);
  return data ? [sampleIn(data)] : [];
}

function sampleIn(row: z.infer<typeof rowSchema>): Sample {
  return {
    at: row.at,
    state: stateOfCode(row.state),
    ...(row.power_w === null ? {} : { powerW: row.power_w }),
    ...(row.energy_wh === null ? {} : { energyWh: row.energy_wh }),
    ...(row.limit_a === null ? {} : { limitA: row.limit_a }),
    ...(row.phases === null ? {} : { phases: row.phases }),
    ...(row.vendor_code === null ? {} : { vendorCode: row.vendor_code }),
    ...(row.current_a === null ? {} : { currentA: row.current_a }),
    ...(row.by_plan === 1 ? { byPlan: true as const } : {}),
    ...(row.gap === 1 ? { gap: true as const } : {}),
  };
}
