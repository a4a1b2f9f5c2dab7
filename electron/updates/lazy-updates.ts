import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';

/** Newer versions of the app. Nothing of it is loaded, and nobody asked, before its owner wants that. */
export class LazyUpdates {
  /** For the state; undefined where this copy is never offered any. */
  view(): UpdateView | undefined {
    return undefined;
  }

  /** What its owner wants done. Waits for nothing: what comes of it stands in the view. */
  step(_step: UpdateStep): void {}
}
