const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Whoever is up before this hour calls the morning that comes tomorrow. */
const dayBeginsAt = 4 * 60;
const morningAt = 7 * 60;

/**
 * When tomorrow begins for whoever wants to be left alone until then: at 07:00 by the clock of that
 * zone, as telephones have it. Midnight would wake those who are asleep. Epoch ms.
 */
export function nextMorning(now: number, timeZone: string): number {
  const minutes = minutesOfDay(now, timeZone);
  const isNight = minutes < dayBeginsAt;
  const guess = now + (morningAt - minutes + (isNight ? 0 : dayMinutes)) * minuteMs;
  // The clock may be changed in between.
  const at = guess + (morningAt - minutesOfDay(guess, timeZone)) * minuteMs;
  return at - (at % minuteMs);
}

function minutesOfDay(at: number, timeZone: string): number {
  const how = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const parts = new Intl.DateTimeFormat('en-GB', how).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
