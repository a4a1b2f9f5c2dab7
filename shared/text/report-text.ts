import type { Report, ReportPart } from '../domain/charger/report.ts';
import { messages } from './messages.ts';

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
    outcome ?? messages.report.notAsked,
    tookMs !== undefined && messages.report.took(String(Math.round(tookMs))),
    at !== undefined && isoTime(at),
  ].filter(Boolean);
  return [`== ${path}`, facts.join(', '), ...(body === undefined ? [] : [body])].join('\n');
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
