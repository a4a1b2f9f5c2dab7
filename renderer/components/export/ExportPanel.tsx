import { useState } from 'react';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import type { Saved } from '../../../shared/ipc/contract.ts';
import { decimal } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { useFormats } from '../history/formats.ts';
import { boundsOf, type Span, zoneOf } from '../history/span.ts';
import { excelManner } from './excel-manner.ts';

interface Props {
  readonly span: Span;
  /** Undefined: all of them. */
  readonly charger: HistoryCharger | undefined;
  /** Rows so far of an export that is under way. */
  readonly exported: number | undefined;
}

const words = () => messages.exporting;

/** A file of what is shown, for whoever wants to reckon with it. */
export function ExportPanel({ span, charger, exported }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const tell = useTell();
  const [what, setWhat] = useState<keyof typeof messages.exporting.whats>('sessions');
  const [format, setFormat] = useState<keyof typeof messages.exporting.formats>('csv');
  const [isForExcel, setForExcel] = useState(false);
  const [outcome, setOutcome] = useState<Saved | 'asking'>();
  const isRunning = exported !== undefined;
  const save = async () => {
    const zone = zoneOf(formatOptions);
    const query = { ...boundsOf(span, zone), ...(charger && { charger: charger.key }) };
    setOutcome('asking');
    const got = await tell('exportHistory', {
      query,
      what,
      format,
      ...(format === 'csv' && isForExcel && { excel: excelManner(formatOptions) }),
      zone,
    });
    setOutcome(got.ok ? got.value : undefined);
  };
  const range =
    span.unit === 'all'
      ? words().rangeAll(charger?.name)
      : words().range({ span: formats.span(span), charger: charger?.name });
  return (
    <div className="panel">
      <p className="soft small">{range}</p>
      <Choice title={words().what} labels={words().whats} value={what} onChoose={setWhat} />
      <Choice title={words().format} labels={words().formats} value={format} onChoose={setFormat} />
      {format === 'csv' && (
        <SwitchRow
          label={words().excel}
          hint={words().excelHint}
          checked={isForExcel}
          onChange={setForExcel}
        />
      )}
      <div className="buttons">
        <ActionButton
          look="main"
          disabled={isRunning || outcome === 'asking'}
          onPress={() => void save()}
        >
          {words().save}
        </ActionButton>
        {isRunning && (
          <ActionButton onPress={() => void tell('cancelExport', undefined)}>
            {words().stop}
          </ActionButton>
        )}
      </div>
      <p role="status" className="soft small">
        {isRunning ? words().rows(decimal(exported, 0, formatOptions)) : outcome && said(outcome)}
      </p>
    </div>
  );
}

function said(outcome: Saved | 'asking'): string {
  return outcome === 'asking' ? words().begun : words()[outcome];
}
