import { failed, success } from '../../../../shared/result.ts';
import { marketZone } from '../kit/areas.ts';
import { ask, type PriceAnswer } from '../kit/ask.ts';
import { seriesOf } from '../kit/series.ts';
import type { PriceSource, PriceTools } from '../price-source.ts';
import { readOwn } from './read.ts';

const missing = { kind: 'notFound' } as const;

/**
 * Prices that the owner has worked out, in a file or behind an address, JSON or CSV: per kWh and as
 * they are paid, so with tax. Nothing of the address is told to anybody: it may hold a password.
 */
export const own: PriceSource = {
  id: 'own',
  areas: [{ code: 'own', zone: marketZone }],
  needs: 'address',
  async fetch(request, tools, signal) {
    const text = await textAt(request.address?.trim() ?? '', tools, signal);
    if (!text.ok) return text;
    const read = readOwn(text.value);
    if (!read) return failed({ kind: 'notUnderstood' });
    return seriesOf(read.rows, {
      source: 'own',
      currency: read.currency ?? request.currency ?? 'EUR',
      unit: 'kWh',
      vatIncluded: true,
      wanted: request,
      log: tools.log,
    });
  },
};

async function textAt(
  address: string,
  tools: PriceTools,
  signal: AbortSignal,
): Promise<PriceAnswer<string>> {
  if (address === '') return failed(missing);
  if (!/^https?:/i.test(address)) {
    const text = await tools.readText(address);
    return text === undefined ? failed(missing) : success(text);
  }
  const url = urlOf(address);
  if (!url) return failed(missing);
  const { origin, pathname, search } = url;
  const question = { source: 'own', origin, path: pathname + search, missing } as const;
  const answer = await ask(question, tools, signal);
  return answer.ok ? success(answer.value.body) : answer;
}

function urlOf(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
