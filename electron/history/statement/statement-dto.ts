import type {
  Statement as Told,
  StatementRow as ToldRow,
} from '../../../shared/domain/session/statement.ts';
import type { Statement, StatementRow } from './statement.ts';

/** A statement as the window is told of it. */
export function statementDto(statement: Statement, month: string): Told {
  const { charger, meterEndKwh, meterStartKwh, missing, rows, total, zone } = statement;
  const count = (kind: 'withoutEnergy' | 'withoutCost') => {
    const found = missing.find((one) => one.kind === kind);
    return found && 'charges' in found ? found.charges : 0;
  };
  const { name, model, serial } = charger;
  return {
    month,
    zone,
    charger: { name, ...(model ? { model } : {}), ...(serial ? { serial } : {}) },
    ...(meterStartKwh === undefined ? {} : { meterStartKwh }),
    ...(meterEndKwh === undefined ? {} : { meterEndKwh }),
    rows: rows.map(toldRow),
    ...(total.energyKwh === undefined ? {} : { totalKwh: total.energyKwh }),
    totalCosts: total.costs,
    withoutEnergy: count('withoutEnergy'),
    withoutCost: count('withoutCost'),
  };
}

function toldRow({ cost, endedAt, energyKwh, price, startedAt }: StatementRow): ToldRow {
  return {
    startedAt,
    endedAt,
    ...(energyKwh === undefined ? {} : { energyKwh }),
    ...(price ? { perKwh: price.amount } : {}),
    ...(cost ? { cost: { amount: cost.amount, currency: cost.currency } } : {}),
    ...(cost?.estimated ? { estimated: true as const } : {}),
  };
}
