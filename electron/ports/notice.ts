import type { NoticeKind } from '../../shared/domain/app/settings.ts';

/** A notification, ready to be shown. `id` is stable over restarts, so that none is told twice. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /** When what it tells of happened, epoch ms. */
  readonly happenedAt: number;
  /** Not told before, epoch ms: the next one of its kind and charger takes its place until then. */
  readonly heldUntil?: number | undefined;
  readonly chargerId?: string | undefined;
  readonly accountId?: string | undefined;
  /** A button, where the platform has buttons: what it asks, and its label. */
  readonly action?: { readonly command: 'unlock'; readonly label: string } | undefined;
}
