import type { NoticeKind } from '../../shared/domain/app/settings.ts';

/** How much a notification presses. Desktops leave a critical one until somebody has seen it. */
export const noticeUrgencies = ['low', 'normal', 'critical'] as const;

export type NoticeUrgency = (typeof noticeUrgencies)[number];

/** A session that has ended, in numbers. Times are epoch ms. */
export interface EndedSession {
  /** The name of its charger. */
  readonly who: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly energyWh?: number | undefined;
}

/** A notification, ready to be shown. `id` is stable over restarts, so that none is told twice. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /**
   * What it is about. A newer notification of the same takes its place where it still stands; one
   * without, such as that of a session that ended, is never replaced.
   */
  readonly topic?: string | undefined;
  /** Absent: normal. */
  readonly urgency?: NoticeUrgency | undefined;
  /** One of the categories of the Desktop Notifications Specification. */
  readonly category?: string | undefined;
  /** When what it tells of happened, epoch ms. */
  readonly happenedAt: number;
  /** Not told before, epoch ms: the next one of its kind and charger takes its place until then. */
  readonly heldUntil?: number | undefined;
  readonly chargerId?: string | undefined;
  /** The session whose end it tells, so that several can be told as one. */
  readonly ended?: EndedSession | undefined;
  readonly accountId?: string | undefined;
  /** A button, where the platform has buttons: what it asks, and its label. */
  readonly action?: { readonly command: 'unlock'; readonly label: string } | undefined;
}
