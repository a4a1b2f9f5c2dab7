import type { Report, ReportPart } from '../../../../shared/domain/charger/report.ts';
import type { Failure } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { type CallName, pathOf, type ReadName } from '../calls.ts';
import type { FcspClient, Read, Turn } from '../client.ts';
import { publicBody } from './masking.ts';

/** What is asked together; each pair or single when its turn has come. */
const rounds: readonly { readonly turn: Turn; readonly reads: readonly ReadName[] }[] = [
  { turn: 'report', reads: ['chargerinfo', 'inverterinfo'] },
  { turn: 'configstatus', reads: ['configstatus'] },
  { turn: 'networkinfo', reads: ['networkinfo'] },
];

export interface ReportOptions {
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly at: number;
  /** Told of every answer before anything of it gets out. */
  readonly heard: (call: ReadName, body: string) => void;
}

/**
 * Asks everything that may be read, once each, and tells how the last calls for tokens went. A
 * station that does not answer at all is not asked the rest.
 */
export async function makeReport(
  client: FcspClient,
  { signal, at, heard }: ReportOptions,
): Promise<Result<Report, Failure>> {
  const parts: ReportPart[] = [];
  let missed: Failure | undefined;
  for (const { turn, reads } of rounds) {
    if (missed) break;
    const run = async (read: Read) => {
      for (const call of reads) {
        const answer = await read(call);
        if (answer.ok) heard(call, answer.value.body);
        parts.push(partOf(client, call, answer.ok ? answer.value.body : undefined));
        if (!answer.ok) return answer;
      }
      return success(null);
    };
    const round = await client.inTurn({ turn, signal, run });
    if (!round.ok) missed = round.failure;
  }
  const tokens = (['access', 'refresh'] as const).map((call) => partOf(client, call));
  const isEmpty = parts.length === 0 && tokens.every(({ outcome }) => outcome === undefined);
  if (missed && (isEmpty || signal.aborted)) return failed(missed);
  const asked = new Set(parts.map(({ path }) => path));
  const rest = rounds.flatMap(({ reads }) => reads.map((call) => ({ path: pathOf(call) })));
  return success({
    at,
    parts: [...tokens, ...parts, ...rest.filter(({ path }) => !asked.has(path))],
  });
}

function partOf(client: FcspClient, call: CallName, body?: string): ReportPart {
  return {
    path: pathOf(call),
    ...client.last(call),
    ...(body === undefined ? {} : { body: publicBody(body) }),
  };
}
