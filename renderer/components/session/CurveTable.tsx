import type { SessionDetail } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { current, energy, power } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from '../history/formats.ts';

const mostRows = 24;
const words = () => messages.session.picture;

/** The curve as a short table for those who do not see the picture, with all interruptions. */
export function CurveTable({ detail }: { readonly detail: SessionDetail }) {
  const { formatOptions } = useAppContext();
  const { time } = useFormats();
  const { legend, unknown } = words();
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words().title}</caption>
        <thead>
          <tr>
            <th scope="col">{words().time}</th>
            <th scope="col">{legend.power}</th>
            <th scope="col">{legend.energy}</th>
            <th scope="col">{words().limitColumn}</th>
          </tr>
        </thead>
        <tbody>
          {spread(detail.samples, mostRows).map(({ at, powerW, energyWh, limitA }) => (
            <tr key={at}>
              <th scope="row">{time(at)}</th>
              <td>{powerW === undefined ? unknown : power(powerW, formatOptions)}</td>
              <td>{energyWh === undefined ? unknown : energy(energyWh, formatOptions)}</td>
              <td>{limitA === undefined ? unknown : current(limitA, formatOptions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {detail.interruptions.map(({ from, to, kind }) => (
          <li key={from}>
            {words().at({
              time: messages.session.span({ from: time(from), to: time(to) }),
              parts: [messages.interruptions[kind]],
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** At most so many, evenly spread, both ends included. */
export function spread(samples: readonly Sample[], count: number): readonly Sample[] {
  if (samples.length <= count) return samples;
  const step = (samples.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, row) => samples[Math.round(row * step)]).filter(
    (sample) => sample !== undefined,
  );
}
