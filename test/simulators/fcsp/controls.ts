import type { FailureBook, FailureRule } from '../shared/failures.ts';
import { BASE_PATH } from './endpoints.ts';
import type { LoggedRequest } from './front-door.ts';
import { anotherStation } from './identity.ts';
import type { FieldChanges } from './payload-charger.ts';
import type { InverterSpec } from './payload-inverter.ts';
import type { Station } from './station.ts';
import type { TokenBook } from './tokens.ts';

/** What a test may do to the station from outside, besides what hands can do. */
export interface FcspControls {
  /** Any text as `chargerinfo.state`; null lets the physics speak again. */
  setState(code: string | null): void;
  setInverter(spec: InverterSpec): void;
  /**
   * Fields of `chargerinfo` to change, to add, or (`undefined`) to leave out; replaces what was set
   * before. `{}` undoes all.
   */
  setChargerFields(changes: FieldChanges): void;
  /** Blanks and NULs behind every text of `chargerinfo`. */
  setPadded(padded: boolean): void;
  /** The code of `configstatus`; `CE012` is a healthy station. */
  setConfigStatus(code: string): void;
  /** Another station answers here from now on: same certificate and tokens, other serials. */
  becomeAnotherStation(traceNo: string): void;
  /** Kills all access tokens, as the station may at any time. */
  revokeAccess(): void;
  revokeRefresh(): void;
  /** Makes requests go wrong, matched by a part of the path; the result takes the rule away again. */
  fail(rule: FailureRule): () => void;
  clearFailures(): void;
  /** How many requests reached an endpoint, whatever became of them; with `status`, so answered. */
  count(endpoint: string, status?: number): number;
}

/** The parts that controls act on. */
export interface ControlledParts {
  readonly station: Station;
  readonly tokens: TokenBook;
  readonly failures: FailureBook;
  readonly log: readonly LoggedRequest[];
}

/** Binds the controls to the parts of one simulator. */
export function controlsOf({ station, tokens, failures, log }: ControlledParts): FcspControls {
  return {
    setState(code) {
      station.forcedState = code;
    },
    setInverter(spec) {
      station.inverter = spec;
    },
    setChargerFields(changes) {
      station.chargerChanges = changes;
    },
    setPadded(padded) {
      station.padded = padded;
    },
    setConfigStatus(code) {
      station.configStatus = code;
    },
    becomeAnotherStation(traceNo) {
      station.identity = anotherStation(traceNo);
    },
    revokeAccess: () => tokens.revoke('access'),
    revokeRefresh: () => tokens.revoke('refresh'),
    fail: (rule) => failures.add(rule),
    clearFailures: () => failures.clear(),
    count: (endpoint, status) =>
      log.filter(
        (record) =>
          record.path === BASE_PATH + endpoint &&
          (status === undefined || record.status === status),
      ).length,
  };
}
