import type {
  CorrectedField,
  Correction,
  SessionDetail,
} from '../../../shared/domain/session/history.ts';
import { exactPrice, shortPrice } from '../../../shared/text/exact.ts';
import { duration, energy, type FormatOptions, money, power } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { type Formats, useFormats } from '../history/formats.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
  /** What has to be known with it, each in a line of its own. */
  readonly notes?: readonly (string | undefined)[];
}

const words = () => messages.session.facts;

/** All that is known of a charge, and what is not. */
export function SessionFacts(detail: SessionDetail) {
  const { session, interruptions } = detail;
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const gaps = interruptions.filter(({ kind }) => kind === 'gap');
  return (
    <>
      <dl className="details">
        {[...timesOf(detail, formats), ...amountsOf(session, formatOptions)].map((fact) => (
          <div key={fact.label} className="detail">
            <dt>{fact.label}</dt>
            <dd className="fact-value">
              {fact.value}
              {fact.notes?.filter(Boolean).map((note) => (
                <span key={note} className="soft small">
                  {note}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {gaps.map(({ from, to }) => (
        <p key={from} className="soft small">
          {messages.session.gap({ from: formats.time(from), to: formats.time(to) })}
        </p>
      ))}
      {session.gaps && gaps.length === 0 && (
        <p className="soft small">{messages.session.gapsUnknown}</p>
      )}
    </>
  );
}

type Session = SessionDetail['session'];

function timesOf({ session, endedByPlan }: SessionDetail, { day, time }: Formats): readonly Fact[] {
  const { startedAt, startSeen, endedAt, end, chargingMs } = session;
  const moment = (at: number) => messages.session.moment({ day: day(at), time: time(at) });
  const began = moment(startedAt);
  return [
    {
      label: words().start,
      value: startSeen ? began : messages.session.before(began),
      notes: [correctedNote(session, 'startedAt', ({ startedAt: at }) => moment(at))],
    },
    endedAt === undefined
      ? { label: words().end, value: messages.session.runs }
      : {
          label: words().end,
          value: moment(endedAt),
          notes: [
            endWords(end, endedByPlan),
            correctedNote(session, 'endedAt', ({ endedAt: at }) => at !== undefined && moment(at)),
          ],
        },
    ...(endedAt === undefined
      ? []
      : [{ label: words().duration, value: duration(endedAt - startedAt) }]),
    ...(chargingMs === undefined ? [] : [{ label: words().charging, value: duration(chargingMs) }]),
  ];
}

function endWords(end: Session['end'], byPlan: true | undefined): string | undefined {
  const isPlans = byPlan && (end === 'paused' || end === 'complete');
  if (isPlans) return messages.plannedSession.ends[end];
  return end && messages.ends[end];
}

function amountsOf(session: Session, formatOptions: FormatOptions): readonly Fact[] {
  const { energyWh, greenEnergyWh, averageW, peakW, cost, source } = session;
  return [
    ...(energyWh === undefined
      ? []
      : [
          {
            label: words().energy,
            value: energy(energyWh, formatOptions),
            notes: [
              correctedNote(
                session,
                'energyWh',
                ({ energyWh: wh }) => wh !== undefined && energy(wh, formatOptions),
              ),
            ],
          },
        ]),
    ...(greenEnergyWh === undefined
      ? []
      : [{ label: words().green, value: energy(greenEnergyWh, formatOptions) }]),
    ...(averageW === undefined
      ? []
      : [{ label: words().average, value: power(averageW, formatOptions) }]),
    ...(peakW === undefined ? [] : [{ label: words().peak, value: power(peakW, formatOptions) }]),
    ...(cost ? [costFact(session, cost, formatOptions)] : []),
    ...(cost && energyWh ? [averagePrice(cost, energyWh, formatOptions)] : []),
    ...(cost?.saved === undefined
      ? []
      : [{ label: words().saved, value: money(cost.saved, cost.currency, formatOptions) }]),
    ...(session.plannedSince === undefined
      ? []
      : [{ label: messages.plannedSession.label, value: messages.plannedSession.byPrice }]),
    { label: words().source, value: messages.sources[source] },
  ];
}

function costFact(
  session: Session,
  { amount, currency, estimated, origin }: NonNullable<Session['cost']>,
  formatOptions: FormatOptions,
): Fact {
  const before = correctedNote(
    session,
    'cost',
    ({ cost }) => cost && money(cost.amount, cost.currency, formatOptions),
  );
  return {
    label: words().cost,
    value: money(amount, currency, formatOptions),
    notes: [
      messages.costOrigins[origin],
      estimated ? messages.session.estimated : undefined,
      before,
    ],
  };
}

/** What was paid per kWh, whatever the prices were meanwhile. */
function averagePrice(
  { amount, currency }: NonNullable<Session['cost']>,
  energyWh: number,
  formatOptions: FormatOptions,
): Fact {
  const { perKwh, tiles } = messages.historySums;
  const average = shortPrice(String(Number(amount) / (energyWh / 1000)));
  return { label: tiles.averagePrice, value: perKwh(exactPrice(average, currency, formatOptions)) };
}

/** What was recorded where its owner has corrected it. */
function correctedNote(
  { correction }: Session,
  field: CorrectedField,
  written: (original: Correction['original']) => string | false | undefined,
): string | undefined {
  if (!correction?.fields.includes(field)) return undefined;
  const before = written(correction.original);
  return before ? messages.sessionEdit.corrected(before) : messages.sessionEdit.correctedUnknown;
}
