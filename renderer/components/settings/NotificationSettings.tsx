import { quietChoice } from '../../../shared/domain/app/quiet.ts';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import { clockTime } from '../../../shared/text/format.ts';
import { noticeKindLabels } from '../../../shared/text/notice-text.ts';
import { quietLabels, settingsText } from '../../../shared/text/settings-text.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { keysOf } from '../../keys-of.ts';
import { Choice } from '../basic/Choice.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';

/** Which news are told, and whether any are told now. */
export function NotificationSettings({ settings }: { readonly settings: Settings }) {
  const { clock, formatOptions } = useAppContext();
  const tell = useTell();
  const { quiet, notices } = settings;
  const hint =
    quiet.kind === 'until'
      ? settingsText.notices.quietUntil(clockTime(quiet.at, clock.now(), formatOptions))
      : undefined;
  return (
    <div className="card">
      <Choice
        title={settingsText.notices.now}
        labels={quietLabels}
        value={quietChoice(quiet, clock.now())}
        onChoose={(choice) => void tell('setQuiet', { quiet: choice })}
        hint={hint}
      />
      <fieldset className="rows">
        <legend className="soft small">{settingsText.notices.which}</legend>
        {keysOf(noticeKindLabels).map((kind) => (
          <SwitchRow
            key={kind}
            label={noticeKindLabels[kind]}
            checked={notices[kind]}
            onChange={(on) => void tell('changeSettings', { notices: { [kind]: on } })}
          />
        ))}
      </fieldset>
    </div>
  );
}
