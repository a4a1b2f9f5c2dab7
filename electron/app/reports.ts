import type { Report } from '../../shared/domain/charger/report.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { isoDay } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { reportText } from '../../shared/text/report-text.ts';
import type { ChargerHandle } from '../integrations/connection.ts';
import type { Ports } from '../ports/app-ports.ts';

interface Parts extends Pick<Ports, 'desktop' | 'zone'> {
  readonly charger: (id: string) => ChargerHandle | undefined;
}

/** Reports on what chargers answer. The last of each is kept in memory to be saved. */
export class Reports {
  readonly #parts: Parts;
  readonly #made = new Map<string, Report>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async make(id: string): Promise<Result<Report, Failure>> {
    const charger = this.#parts.charger(id);
    const report = await charger?.report?.({ signal: new AbortController().signal });
    if (report?.ok) this.#made.set(id, report.value);
    return report ?? failed({ kind: 'notSupported' });
  }

  /** Nothing is saved that nobody has seen. */
  async save(id: string): Promise<'saved' | 'cancelled' | 'failed'> {
    const { desktop, zone } = this.#parts;
    const report = this.#made.get(id);
    if (!report) return 'failed';
    const day = isoDay(report.at, zone());
    return desktop.saveText(messages.shell.reportFile(day), reportText(report));
  }
}
