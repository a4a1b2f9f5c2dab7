import type { PolledAccount, PolledCharger } from '../../electron/integrations/connection.ts';
import { failed } from '../../shared/result.ts';

/** A charger of a brand's own tests: asking one for what it cannot is answered, not a crash. */
export type AbleCharger = PolledCharger & Required<Pick<PolledCharger, 'execute' | 'details'>>;

/** The account's first charger, by its list; what it cannot do it refuses as the app would. */
export function ableCharger(list: Awaited<ReturnType<PolledAccount['listChargers']>>): AbleCharger {
  const charger = list.ok ? list.value[0] : undefined;
  if (!charger) throw new Error('No charger listed');
  charger.execute ??= async () => failed({ kind: 'notSupported' });
  charger.details ??= async () => failed({ kind: 'notSupported' });
  return charger as AbleCharger;
}
