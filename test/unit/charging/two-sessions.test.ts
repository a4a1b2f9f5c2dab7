import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { liveSession } from '../../../electron/charging/live-session.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { minute, noon, Story } from './story.ts';

const kwh = (n: number) => ({ energyWh: n * 1000 });
const connected = (minutes: number) => ({ durationMs: minutes * minute });

/** Every end that is told: how, and how much the session itself took. */
function ends(story: Story): [string, number | undefined][] {
  return story.told.flatMap((event) =>
    'session' in event
      ? [[`${event.session.endReason}`, sessionEnergyWh(event.session)] as const]
      : [],
  ) as [string, number | undefined][];
}

/** Energy and minutes of the charge as tray, card and notification say them. */
function shown({ record }: Story) {
  const session = record.session && liveSession(record.session);
  const ms = session && sessionSpanMs(session, record.reading);
  return { energyWh: session?.energyWh, minutes: ms === undefined ? undefined : ms / minute };
}

describe('two cars while nobody looked', () => {
  const first = () =>
    new Story()
      .read(0, 'available')
      .read(1, 'charging', { ...kwh(0), ...connected(1), powerW: 11_000 })
      .read(20, 'charging', { ...kwh(3.68), ...connected(20), powerW: 11_000 })
      .gap();

  it('are told apart by the time the charger counts, while the second one charges', () => {
    const story = first()
      .read(130, 'charging', { ...kwh(8.8), ...connected(48), powerW: 11_000 })
      .read(140, 'complete', { ...kwh(10.65), ...connected(58) });
    expect(ends(story)).toEqual([
      ['unseen', 3680],
      ['complete', 10_650],
    ]);
    expect(story.record.session).toMatchObject({ startedAt: noon + 82 * minute, startSeen: true });
    expect(shown(story)).toEqual({ energyWh: 10_650, minutes: 58 });
  });

  it('are both told when the second one has ended too', () => {
    const story = first().read(130, 'complete', { ...kwh(8.8), ...connected(48) });
    expect(ends(story)).toEqual([
      ['unseen', 3680],
      ['unseen', 8800],
    ]);
  });

  it('are one car where the charger has counted through', () => {
    const story = first().read(130, 'charging', { ...kwh(8.8), ...connected(130) });
    expect(ends(story)).toEqual([]);
    expect(shown(story)).toEqual({ energyWh: 8800, minutes: 129 });
  });

  it('are not made of a reading that is as old as the sleep', () => {
    const story = first().read(130, 'charging', { ...kwh(3.68), ...connected(20) });
    expect(ends(story)).toEqual([]);
  });

  it('are told apart also where the count happens to be a minute short of what it was', () => {
    const story = first()
      .read(130, 'charging', { ...kwh(3.62), ...connected(19), powerW: 11_000 })
      .read(140, 'complete', { ...kwh(5.5), ...connected(29) });
    expect(ends(story)).toEqual([
      ['unseen', 3680],
      ['complete', 5500],
    ]);
  });

  it('are two also when the first one is known to stand there full', () => {
    const story = first()
      .read(30, 'complete', { ...kwh(5), ...connected(30) })
      .gap()
      .read(400, 'complete', { ...kwh(9), ...connected(200) });
    expect(ends(story).slice(1)).toEqual([['unseen', 9000]]);
  });
});

describe('a counter of energy that fell back while nobody looked', () => {
  it('is another car, whose session is told however little it takes beside the first one', () => {
    const story = new Story()
      .read(0, 'charging', kwh(3))
      .gap()
      .read(60, 'queued', kwh(2.5))
      .read(62, 'charging', kwh(3.05))
      .read(90, 'complete', kwh(3.2));
    expect(ends(story)).toEqual([
      ['unseen', 3000],
      ['complete', 3200],
    ]);
    expect(story.record.session).not.toHaveProperty('isLater');
  });

  it('ends a session that went on after a full one, as unseen and with an old number', () => {
    const story = new Story().read(0, 'available').read(1, 'charging', kwh(0));
    story.read(30, 'complete', kwh(3.7)).read(38, 'complete', kwh(3.7));
    story.read(40, 'charging', { ...kwh(3.95), powerW: 7400 }).gap();
    story.read(220, 'waiting', kwh(0.2));
    expect(ends(story).slice(1)).toEqual([['unseen', 250]]);
    const [, end] = story.told.filter((event) => event.kind === 'chargeEnded');
    expect(end?.kind === 'chargeEnded' && end.session.countedAt).not.toBe(noon + 220 * minute);
  });
});

describe('a second session in one stay', () => {
  const topUp = () =>
    new Story()
      .read(0, 'available', kwh(29.6))
      .read(2, 'charging', { ...kwh(0.1), ...connected(1) })
      .read(90, 'complete', { ...kwh(11.5), ...connected(89) })
      .read(300, 'complete', { ...kwh(11.5), ...connected(299) })
      .read(302, 'charging', { ...kwh(11.55), ...connected(301) })
      .read(328, 'complete', { ...kwh(12.1), ...connected(327) });

  it('has its own energy and time', () => {
    const story = topUp();
    expect(ends(story)).toEqual([
      ['complete', 11_500],
      ['complete', 600],
    ]);
    expect(shown(story)).toEqual({ energyWh: 600, minutes: 0 });
    expect(story.record.session?.samples.map(({ energyWh }) => energyWh)).toEqual([50, 600]);
  });

  it('has its own part from the sun', () => {
    const story = new Story().read(0, 'available');
    story.read(2, 'charging', { ...kwh(1), greenEnergyWh: 800 });
    story.read(30, 'complete', { ...kwh(4), greenEnergyWh: 3000 });
    expect(story.record.session && liveSession(story.record.session).greenEnergyWh).toBe(3000);
    story.read(300, 'charging', { ...kwh(4), greenEnergyWh: 3000 });
    story.read(302, 'charging', { ...kwh(5), greenEnergyWh: 3400 });
    expect(story.record.session && liveSession(story.record.session).greenEnergyWh).toBe(400);
  });

  const green = (of: number, all: number) => ({ ...kwh(all), greenEnergyWh: of * 1000 });
  const firstOf10 = () =>
    new Story()
      .read(0, 'available')
      .read(2, 'charging', green(0, 0))
      .read(90, 'complete', green(2, 10));
  const greenOf = ({ record }: Story) =>
    record.session && liveSession(record.session).greenEnergyWh;

  it.each<[string, Story, number | undefined]>([
    ['nobody saw any of it', firstOf10().gap().read(600, 'complete', green(7, 15)), 5000],
    [
      'it was under way at the first look',
      firstOf10().gap().read(600, 'charging', green(3, 12)),
      1000,
    ],
    [
      'the sun was not counted before it',
      new Story()
        .read(0, 'charging', kwh(0))
        .read(90, 'complete', kwh(10))
        .gap()
        .read(600, 'charging', green(3, 12))
        .read(602, 'charging', green(4, 13)),
      undefined,
    ],
    [
      'it was not counted before one that nobody saw',
      new Story().read(90, 'complete', kwh(10)).gap().read(600, 'complete', green(7, 15)),
      undefined,
    ],
  ])('has its own part from the sun when %s', (_, story, own) => {
    expect(greenOf(story)).toBe(own);
  });

  it('is still what the card shows when the car has left', () => {
    expect(shown(topUp().read(330, 'available', kwh(12.1))).energyWh).toBe(600);
  });

  it('keeps to itself what the charger counts of the whole stay when its start was not seen', () => {
    const story = topUp()
      .gap()
      .read(600, 'charging', { ...kwh(14), ...connected(599) });
    expect(shown(story)).toEqual({ energyWh: 1900, minutes: undefined });
  });

  it('is known as such when nobody saw any of it', () => {
    const story = topUp()
      .gap()
      .read(900, 'complete', { ...kwh(16), ...connected(899) });
    expect(ends(story).at(-1)).toEqual(['unseen', 3900]);
  });
});

describe('the counter of a car that has gone', () => {
  it('is not taken for the next one while it still shows the old number', () => {
    const story = new Story()
      .read(0, 'available', kwh(29.6))
      .read(2, 'charging', kwh(29.6))
      .read(4, 'charging', kwh(0.4))
      .read(6, 'complete', kwh(0.7));
    expect(ends(story)).toEqual([['complete', 700]]);
  });

  it('is left out where the charger goes on counting', () => {
    const story = new Story()
      .read(0, 'available', kwh(29.6))
      .read(2, 'charging', kwh(29.8))
      .read(30, 'complete', kwh(33));
    expect(ends(story)).toEqual([['complete', 3400]]);
  });
});

describe('a counter that lags behind the state', () => {
  const paused = () =>
    new Story()
      .read(0, 'available')
      .read(1, 'charging', { ...kwh(0), powerW: 22_000 })
      .read(60, 'charging', { ...kwh(20.9), powerW: 22_000 })
      .read(62, 'paused', kwh(20.9));

  it('makes no session of what it still adds after a sleep', () => {
    const story = paused().gap().read(92, 'paused', kwh(22));
    expect(ends(story)).toEqual([['paused', 20_900]]);
    expect(shown(story).energyWh).toBe(22_000);
  });

  it('hides none that took more', () => {
    const story = paused().gap().read(180, 'paused', kwh(40));
    expect(ends(story)).toEqual([
      ['paused', 20_900],
      ['unseen', 19_100],
    ]);
  });

  it('hides none that came later', () => {
    const story = paused().read(64, 'paused', kwh(22)).read(90, 'paused', kwh(22)).gap();
    expect(ends(story.read(180, 'paused', kwh(23)))).toEqual([
      ['paused', 20_900],
      ['unseen', 1000],
    ]);
  });
});
