import {
  everyDay,
  mostSpans,
  type QuietHours,
  type QuietSpan,
} from '../../../shared/domain/app/quiet-hours.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { QuietSpanRow } from './QuietSpanRow.tsx';

const words = () => messages.settings.notices.quiet;
/** What another span begins as: the weekend's mornings. */
const another: QuietSpan = { days: [6, 7], from: 0, to: 9 * 60 };

/** When notifications wait for the morning. */
export function QuietHoursEditor({ hours }: { readonly hours: QuietHours }) {
  const tell = useTell();
  const { on, critical, spans } = hours;
  const change = (part: Partial<QuietHours>) =>
    void tell('changeSettings', { quietHours: { ...hours, ...part } });
  const turn = (isOn: boolean) => {
    const none = isOn && spans.length === 0;
    change({ on: isOn, ...(none ? { spans: [{ ...another, days: everyDay }] } : {}) });
  };
  return (
    <div className="quiet-hours">
      <SwitchRow label={words().title} hint={words().hint} checked={on} onChange={turn} />
      {on && (
        <>
          {spans.map((span, index) => (
            <QuietSpanRow
              // biome-ignore lint/suspicious/noArrayIndexKey: spans have nothing but their place
              key={index}
              span={span}
              number={index + 1}
              onChange={(other) => change({ spans: spans.with(index, other) })}
              onRemove={
                spans.length > 1 ? () => change({ spans: spans.toSpliced(index, 1) }) : undefined
              }
              onAdd={
                // In the first line, so that it stays under the finger that pressed it.
                index === 0 && spans.length < mostSpans
                  ? () => change({ spans: [...spans, another] })
                  : undefined
              }
            />
          ))}
          <SwitchRow
            label={words().critical}
            checked={critical}
            onChange={(isOn) => change({ critical: isOn })}
          />
        </>
      )}
    </div>
  );
}
