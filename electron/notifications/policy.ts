import type { Quiet, Settings } from '../../shared/domain/settings.ts';
import type { WishProgress } from '../../shared/domain/wish.ts';
import { sessionEnergyWh } from '../state/energy-counter.ts';
import type { News } from '../state/news.ts';
import type { Notice } from './notice.ts';

/** Why a notice is not shown. Each is a name that stands in the log. */
export type Suppression = 'switchedOff' | 'quiet' | 'tooOld' | 'askedHere' | 'topUp';

/** What is told of an event later than this is history, not news. */
export const tooOldMs = 24 * 3_600_000;
/** A few of these finish by themselves while a full car keeps its battery warm. */
const topUpWh = 300;

/** A pause that comes later than this after the wish is somebody else's. */
const freshWishMs = 10 * 60_000;

export interface Judged {
  readonly notice: Notice;
  readonly happened?: News;
  readonly settings: Pick<Settings, 'notices' | 'quiet'>;
  /** The last wish for that charger. */
  readonly wish?: WishProgress | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** Shows a notice, or suppresses it for a named reason. Pure. */
export function suppression(judged: Judged): Suppression | undefined {
  const { notice, happened, settings, now } = judged;
  if (!settings.notices[notice.kind]) return 'switchedOff';
  if (isQuiet(settings.quiet, now)) return 'quiet';
  if (now - notice.happenedAt > tooOldMs) return 'tooOld';
  if (happened && askedHere(happened, judged)) return 'askedHere';
  if (happened && isTopUp(happened)) return 'topUp';
  return undefined;
}

export function isQuiet(quiet: Quiet, now: number): boolean {
  return quiet.kind === 'always' || (quiet.kind === 'until' && now < quiet.at);
}

/** Nobody needs to be told what they have just pressed: that it paused, or locked out the car. */
function askedHere(happened: News, { wish, now }: Judged): boolean {
  if (!wish || wish.phase === 'failed' || now - wish.at > freshWishMs) return false;
  const { kind } = wish.wish;
  if (happened.kind === 'carWaiting') return kind === 'lock' && happened.wasThere === true;
  if (happened.kind !== 'chargeStopped') return false;
  const reason = happened.charge.endReason;
  return (reason === 'paused' && kind === 'pause') || (reason === 'locked' && kind === 'lock');
}

/** A full car keeps its battery warm, or its charger flaps: nothing new but a little more energy. */
function isTopUp(happened: News): boolean {
  if (happened.kind !== 'chargeEnded') return false;
  const { charge } = happened;
  const energyWh = sessionEnergyWh(charge);
  const fromWh = charge.toldWh ?? (charge.isLater ? 0 : undefined);
  // Energy that was read before the end was found may lack whatever came in between.
  if (energyWh === undefined || charge.countedAt !== charge.foundAt) return false;
  return fromWh !== undefined && energyWh - fromWh < topUpWh;
}
