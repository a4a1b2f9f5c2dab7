import type { Report, ReportPart } from '../domain/charger/report.ts';

/** Words of the report on what a charger responds. */
export const reportWords = {
  offer: 'Create report',
  again: 'Create again',
  hint: 'Reads all available data and removes private details. For a bug report.',
  asking: 'Creating report… This can take half a minute.',
  ready: 'Report ready.',
  title: 'Report',
  notAsked: 'not requested',
  took: (ms: string) => `${ms} ms`,
  copy: 'Copy report',
  save: 'Save report…',
  saved: 'Saved',
  cancelled: 'Not saved',
  failed: 'Couldn’t save. Try another folder.',
  answerOf: (path: string) => `Response of ${path}`,
} as const;

/**
 * The report as plain text, fit for a bug report. Times are UTC in ISO 8601, so that they mean the
 * same to whoever reads them.
 */
export function reportText(report: Report): string {
  const head = ['ChargeTray: charger report', `Created at ${isoTime(report.at)}`];
  return `${[head.join('\n'), ...report.parts.map(partText)].join('\n\n')}\n`;
}

function partText({ path, outcome, tookMs, at, body }: ReportPart): string {
  const facts = [
    outcome ?? reportWords.notAsked,
    tookMs !== undefined && reportWords.took(String(Math.round(tookMs))),
    at !== undefined && isoTime(at),
  ].filter(Boolean);
  return [`== ${path}`, facts.join(', '), ...(body === undefined ? [] : [body])].join('\n');
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
