import type { Locales } from '../../shared/domain/app/locales.ts';
import type { History } from '../history/store/history.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link } from './socket/link.ts';

/** What the command line stands on. It asks no charger: two programs must not ask one at a time. */
export interface Terminal {
  /** What the tray app remembers, as it lies on the disk. Throws when that cannot be read. */
  readonly record: () => unknown;
  readonly clock: Clock;
  /** How its reader writes numbers and times. */
  readonly locales: Locales;
  /** IANA name of the zone by whose clock its reader lives. */
  readonly zone: string;
  /** Whether the tray app runs now. */
  readonly isRunning: () => boolean;
  /** A line to the app; undefined where none can be reached. */
  readonly connect: () => Promise<Link | undefined>;
  /** The past, only to be read; undefined where none is kept yet. */
  readonly history: () => Promise<History | undefined>;
  readonly say: (line: string) => void;
  /** Text as it is, as fast as its reader takes it. */
  readonly write: (text: string) => Promise<void>;
  /** Beside what is said: not for scripts. */
  readonly mutter: (line: string) => void;
}
