import type { FleetLoad } from '../fleet/fleet.ts';
import { cloudPeaks, type Peak, rarePeak, ratio } from '../fleet/measure.ts';
import { zones } from '../fleet/time.ts';
import { machineLine } from './section.ts';

/** The figures of two days of all installations, for the page. */
export function fleetSection(fleet: FleetLoad, seconds: number): string {
  const { clients, cloud, prices, priceShare, updates, tookMs } = fleet;
  const goals = ['1.5', 'no spike', '3', '3', '3'];
  const unit = seconds === 1 ? 'second' : `${seconds} seconds`;
  const peaks = cloudPeaks(cloud, seconds).map((one, at) => row(one, goals[at] ?? ''));
  const sampled = rarePeak(prices);
  const [calm = rarePeak(updates)] = cloudPeaks(updates, 600);
  const daily = [
    row({ ...rarePeak(updates), name: 'newer versions of the app' }, '3'),
    row({ ...calm, name: 'the same in no hour of waking, against the half hour around' }, '1.5'),
    row(
      {
        name: 'prices: told at 13:00 in a zone, and asked for within two hours',
        peak: sampled.peak * priceShare,
        mean: sampled.mean * priceShare,
      },
      'no spike',
    ),
  ];
  const requests = cloud.reduce((sum, one) => sum + one, 0);
  return `
${clients.toLocaleString('en')} installations over two days, by the cadence, jitter, budgets and back-offs of the app itself, in ${zones.length} zones: 55 % start their computer around eight, a tenth of them at eight to the second, 25 % never sleep; in the night between, Europe changes its clocks. ${requests.toLocaleString('en')} requests to the cloud, worked out in ${(tookMs / 1000).toFixed(0)} s of one processor. That they ask as the app does is tested with the app itself.

| Requests a second | busiest ${unit} | mean around it, or before | ratio | goal |
| --- | --- | --- | --- | --- |
${peaks.join('\n')}

What is asked once a day, against the mean of both days:

| Requests a second | busiest ten minutes | mean | ratio | goal |
| --- | --- | --- | --- | --- |
${daily.join('\n')}

${machineLine('npm run test:requests -- --report')}
`;
}

function row(one: Peak, goal: string): string {
  const { name, peak, mean } = one;
  return `| ${name} | ${peak.toFixed(0)} | ${mean.toFixed(0)} | ${ratio(one).toFixed(2)} | ${goal} |`;
}
