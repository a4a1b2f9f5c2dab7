import { useMemo } from 'react';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { FormatChoice } from '../../../shared/domain/app/locales.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { dayTime, type FormatOptions, money } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { Choice } from '../basic/Choice.tsx';
import { Select } from '../basic/Select.tsx';
import { regionNames } from './region-names.ts';
import { ZoneSelect } from './ZoneSelect.tsx';

const words = () => messages.formats;

/** In which language the app speaks, how it writes numbers, dates and times, and which clock it follows. */
export function LanguageSettings({ state }: { readonly state: AppState }) {
  const tell = useTell();
  const { formatOptions } = useAppContext();
  const { language, formats } = state.settings;
  const change = (part: Partial<FormatChoice>) =>
    void tell('changeSettings', { formats: omitUndefined({ ...formats, ...part }) });
  const own = languages.get(state.language)?.name ?? '';
  const regions = useMemo(() => regionNames(formatOptions.locale), [formatOptions]);
  return (
    <div className="card formats">
      <Select
        label={words().language}
        options={[
          ['system', language === 'system' ? words().asSystem(own) : messages.themeLabels.system],
          ...[...languages].map(([code, { name }]) => [code, name, code] as const),
        ]}
        value={languages.has(language) ? language : 'system'}
        onChoose={(chosen) => void tell('changeSettings', { language: chosen })}
      />
      <Select
        label={words().region}
        hint={sampleOf(formatOptions)}
        options={[['system', messages.themeLabels.system], ...regions]}
        value={formats.region}
        onChoose={(region) => change({ region })}
      />
      <Choice
        title={words().clock}
        labels={words().clocks}
        value={formats.clock}
        onChoose={(clock) => change({ clock })}
      />
      <Select
        label={words().weekStart}
        options={Object.entries(words().weekStarts)}
        value={formats.weekStart}
        onChoose={(day) => change({ weekStart: weekStartOf(day) })}
      />
      <ZoneSelect zone={formats.zone} onChoose={(zone) => change({ zone })} />
    </div>
  );
}

function weekStartOf(day: string): FormatChoice['weekStart'] {
  return day === 'monday' || day === 'saturday' || day === 'sunday' ? day : 'region';
}

/** What the choices come to: `31 Oct 2026 · 17:30 · €1,234.50`. */
function sampleOf(formatOptions: FormatOptions): string {
  const { locale } = formatOptions;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const [sampleDay, sampleMinutes] = [Date.UTC(2026, 9, 31), 17.5 * 60];
  return [
    day.format(sampleDay),
    dayTime(sampleMinutes, formatOptions),
    money('1234.5', 'EUR', formatOptions),
  ].join(' · ');
}
