import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from './formats.ts';
import { boundsOf, type Span, zoneOf } from './span.ts';

/** In the place of a list. Of a month or year that is not over it says how charges come here. */
export function NoCharges({ span }: { readonly span: Span }) {
  const { clock, formatOptions } = useAppContext();
  const formats = useFormats();
  const isOver = boundsOf(span, zoneOf(formatOptions)).to <= clock.now();
  const { none, noneYet, noneEver, automatic } = messages.history.list;
  if (isOver) return <p className="soft empty">{none(formats.span(span))}</p>;
  const yet = span.unit === 'all' ? noneEver : noneYet(formats.span(span));
  return <p className="soft empty">{`${yet} ${automatic}`}</p>;
}
