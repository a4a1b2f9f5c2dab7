import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { SchedulesFailure } from '../../../shared/ipc/contract.ts';
import { hindranceSentence } from '../../../shared/text/failure-text.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { onceSentence } from '../../../shared/text/sign-in-text.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import type { ChangeNote, Schedules } from './use-schedules.ts';

interface Props {
  readonly charger: ChargerState;
  readonly desk: Schedules;
  readonly note: ChangeNote;
}

const words = () => messages.schedules;

/** What became of a change, beside where it was asked for. */
export function ChangeWords({ charger, desk, note }: Props) {
  const { clock, formatOptions } = useAppContext();
  if (note.phase !== 'failed') return <Note tone="quiet">{words()[note.phase]}</Note>;
  const { failure } = note;
  const sentence = sentenceOf(failure, { brand: charger.brand, now: clock.now(), formatOptions });
  const help = mayBeStored(failure) && (
    <ActionButton onPress={desk.readAgain}>{words().readAgain}</ActionButton>
  );
  return (
    <Note tone="needs" help={help}>
      {sentence}
    </Note>
  );
}

interface Circumstances {
  readonly brand: ChargerState['brand'];
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

function sentenceOf(failure: SchedulesFailure, circumstances: Circumstances): string {
  if (failure.kind === 'changedMeanwhile') return words().changedMeanwhile;
  if (failure.kind === 'blocked') return hindranceSentence(failure.why);
  return mayBeStored(failure) ? words().unclear : onceSentence(failure, circumstances);
}

/** Only reading the list can tell. */
function mayBeStored(failure: SchedulesFailure): boolean {
  return 'sent' in failure && failure.sent === true;
}
