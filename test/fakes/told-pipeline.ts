import { Pipeline } from '../../electron/app/pipeline.ts';
import type { Reader } from '../../electron/charging/reader.ts';
import { ChargerTracker, type TrackerParts } from '../../electron/charging/tracker.ts';
import { notificationReader } from '../../electron/notifications/notification-reader.ts';
import type { Notifier } from '../../electron/notifications/notifier.ts';
import { defaultSettings } from '../../shared/domain/app/settings.ts';
import { localesFor } from '../../shared/text/locales.ts';
import { directPatience } from '../fixtures/patience.ts';

export interface ToldPipelineParts
  extends Pick<TrackerParts, 'clock' | 'log' | 'kept' | 'tariffs'> {
  readonly notifier: Notifier;
  readonly zone?: () => string;
  /** Readers besides the notifications, which hear before them. */
  readonly readers?: readonly Reader[];
  readonly save: () => Promise<void>;
  readonly saveSoon?: () => void;
}

/** Tracker and pipeline with the notifications, of an owner in Berlin who wants to hear everything. */
export function toldPipeline(parts: ToldPipelineParts) {
  const { clock, log, notifier, save, zone = () => 'Europe/Berlin' } = parts;
  const tracker = new ChargerTracker({ ...parts, patience: () => directPatience });
  const settings = () => defaultSettings;
  const speech = { now: () => ({ locales: localesFor('en-US') }) };
  const told = { clock, log, notifier, zone, speech, settings, asked: () => [] };
  const pipeline = new Pipeline({
    tracker,
    readers: [...(parts.readers ?? []), notificationReader(told)],
    file: { keep: save, keepSoon: parts.saveSoon ?? (() => undefined) },
    log,
  });
  return { tracker, pipeline };
}
