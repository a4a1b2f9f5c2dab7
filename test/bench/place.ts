import type { Desktop } from '../desktop/desktop.ts';
import type { Screen } from './screen.ts';

/** Where it is measured. */
export interface Place {
  readonly desktop: Desktop;
  readonly screen: Screen;
  /** An empty folder for whatever is needed meanwhile; removed at the end. */
  readonly folder: string;
}
