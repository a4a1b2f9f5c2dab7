import { patientWrite } from '../../platform/files/patient-write.ts';
import type { Ports } from '../../ports/app-ports.ts';
import type { Timer } from '../../ports/clock.ts';
import { type PersistedState, writePersisted } from './persisted-state.ts';
import type { StorageHealth } from './storage-health.ts';

/** No older is what the command line reads. */
const soonMs = 60_000;

/** Keeps what is remembered on the disk: at once what must outlive a crash, the rest soon. */
export class StateFile {
  readonly #ports: Pick<Ports, 'clock' | 'stateFile'>;
  readonly #disk: StorageHealth;
  readonly #kept: () => PersistedState;
  #soon: Timer | undefined;
  #refused = false;
  #writing = Promise.resolve();
  /** Shared by all who ask while another write is under way. */
  #next: Promise<void> | undefined;

  /** `kept` says what is to be remembered, as it is then. */
  constructor(
    ports: Pick<Ports, 'clock' | 'stateFile'>,
    disk: StorageHealth,
    kept: () => PersistedState,
  ) {
    this.#ports = ports;
    this.#disk = disk;
    this.#kept = kept;
  }

  /**
   * Everything that must outlive a crash. Resolves once it is on the disk or the disk has refused,
   * which with a disk that hangs is never; only what is told waits for it.
   */
  keep(): Promise<void> {
    this.#soon?.cancel();
    this.#soon = undefined;
    this.#next ??= this.#writing.then(() => {
      this.#next = undefined;
      this.#writing = this.#write();
      return this.#writing;
    });
    return this.#next;
  }

  /** Something that the next reading says again. A disk that has refused is tried at every reading. */
  keepSoon(): void {
    if (this.#refused) void this.keep();
    else this.#soon ??= this.#ports.clock.after(soonMs, () => void this.keep());
  }

  /** Before a sleep or the end: there may be no soon. */
  settle(): Promise<void> {
    return this.#soon ? this.keep() : (this.#next ?? this.#writing);
  }

  #write(): Promise<void> {
    const { clock, stateFile } = this.#ports;
    const write = () => writePersisted(stateFile, this.#kept());
    return patientWrite(clock, write, (failure) => this.#said(failure));
  }

  #said(failure?: Error): void {
    this.#refused = failure !== undefined;
    this.#disk.said('memory', failure);
  }
}
