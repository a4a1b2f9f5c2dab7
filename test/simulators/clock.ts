/** The simulators' idea of time. Physics and token ages are worked out from it when somebody reads. */
export interface SimClock {
  /** Epoch milliseconds of simulated time. */
  now(): number;
}

/** A clock that stands still until a test moves it. */
export interface ManualClock extends SimClock {
  /** Moves the clock forward by `ms`; going back would undo physics and is refused. */
  advance(ms: number): void;
}

/** Simulated time is wall time. */
export function realClock(): SimClock {
  return { now: () => Date.now() };
}

/**
 * Simulated time starts at the present wall time and runs `factor` times as fast, so that a charge
 * of two hours can be watched in minutes.
 */
export function scaledClock(factor: number, wall: SimClock = realClock()): SimClock {
  if (!(factor > 0)) throw new RangeError('A clock needs a speed above zero');
  const origin = wall.now();
  return { now: () => origin + (wall.now() - origin) * factor };
}

/** Time for tests: no timers, no waiting. `start` is epoch milliseconds. */
export function manualClock(start: number): ManualClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('A manual clock only goes forward');
      now += ms;
    },
  };
}

/** How time goes: at `since` of real time it was `at`, both epoch ms; each ms since counts `speed`. */
export interface TimeCourse {
  readonly at: number;
  readonly since: number;
  readonly speed: number;
}

/** Time that is played: it runs fast, stands still, or goes on step by step. Never back. */
export interface PlayedClock extends ManualClock {
  readonly course: TimeCourse;
  /** From now on; 0 has it stand still. */
  setSpeed(speed: number): void;
}

/** `start` is epoch ms. */
export function playedClock(
  start: number,
  speed: number,
  wall: SimClock = realClock(),
): PlayedClock {
  let course: TimeCourse = { at: start, since: wall.now(), speed };
  const now = () => Math.floor(course.at + (wall.now() - course.since) * course.speed);
  const goOn = (aheadMs: number, atSpeed: number) => {
    if (!(aheadMs >= 0 && atSpeed >= 0)) throw new RangeError('A played clock only goes forward');
    course = { at: now() + aheadMs, since: wall.now(), speed: atSpeed };
  };
  return {
    now,
    get course() {
      return course;
    },
    advance: (ms) => goOn(ms, course.speed),
    setSpeed: (to) => goOn(0, to),
  };
}
