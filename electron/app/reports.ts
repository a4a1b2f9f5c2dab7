import type { Report } from '../../shared/domain/charger/report.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { isoDay } from '../../shared/text/format.ts';
import { reportText } from '../../shared/text/report-text.ts';
import { shellText } from '../../shared/text/shell-text.ts';
import type { ChargerHandle } from '../integrations/connection.ts';
import type { AppPorts } from '../ports/app-ports.ts';

/** Reports on what chargers answer. The last of each is kept in memory to be saved. */
export interface Reports {
  make(chargerId: string): Promise<Result<Report, Failure>>;
  /** Nothing is saved that nobody has seen. */
  save(chargerId: string): Promise<'saved' | 'cancelled' | 'failed'>;
}

interface Parts extends Pick<AppPorts, 'desktop' | 'zone'> {
  readonly charger: (id: string) => ChargerHandle | undefined;
}

export function createReports({ desktop, zone, charger }: Parts): Reports {
  const made = new Map<string, Report>();
  return {
    async make(id) {
      const report = await charger(id)?.report?.({ signal: new AbortController().signal });
      if (report?.ok) made.set(id, report.value);
      return report ?? failed({ kind: 'notSupported' });
    },
    async save(id) {
      const report = made.get(id);
      if (!report) return 'failed';
      const day = isoDay(report.at, zone());
      return desktop.saveText(shellText.reportFile(day), reportText(report));
    },
  };
}
