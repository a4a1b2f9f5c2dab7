import { useMemo, useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { SessionDetail } from '../../shared/domain/session/history.ts';
import { messages } from '../../shared/text/messages.ts';
import { curveOf } from '../charts/curve.ts';
import { useFormats } from '../components/history/formats.ts';
import { useChargers } from '../components/history/use-chargers.ts';
import { CurvePicture } from '../components/session/CurvePicture.tsx';
import { DeletedNote } from '../components/session/DeletedNote.tsx';
import { OwnersWord } from '../components/session/OwnersWord.tsx';
import { SessionFacts } from '../components/session/SessionFacts.tsx';
import { StateBands } from '../components/session/StateBands.tsx';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useFetched } from '../use-fetched.ts';

interface Props {
  readonly state: AppState;
  readonly id: number;
}

/** One charge: how it went, and all that is known of it. */
export function SessionView({ state, id }: Props) {
  const formats = useFormats();
  const { answer } = useFetched('showSession', { id }, state.history.changes);
  const chargers = useChargers(state);
  const [isDeleted, setDeleted] = useState(false);
  if (isDeleted) return <Deleted id={id} onRestored={() => setDeleted(false)} />;
  if (answer === undefined) return <Title under="">{messages.session.loading}</Title>;
  if (answer === null) return <Title under="">{messages.session.gone}</Title>;
  const { session } = answer;
  const name = chargers.find(({ key }) => key === session.charger)?.name ?? '';
  const { startedAt, endedAt } = session;
  const times = endedAt === undefined ? formats.time(startedAt) : formats.times(startedAt, endedAt);
  return (
    <>
      <Title under={[name, times].filter(Boolean).join(' · ')}>{formats.longDay(startedAt)}</Title>
      <div className="card wide">
        <Curve detail={answer} name={name} />
      </div>
      <div className="card">
        <SessionFacts {...answer} />
      </div>
      <OwnersWord session={session} onDeleted={() => setDeleted(true)} />
    </>
  );
}

interface DeletedProps {
  readonly id: number;
  readonly onRestored: () => void;
}

function Deleted({ id, onRestored }: DeletedProps) {
  return (
    <>
      <Title under="">{messages.sessionEdit.deleted}</Title>
      <DeletedNote id={id} onRestored={onRestored} />
    </>
  );
}

function Title({ children, under }: { readonly children: string; readonly under: string }) {
  return (
    <div>
      <ViewTitle>{children}</ViewTitle>
      {under && <p className="soft">{under}</p>}
    </div>
  );
}

/** The picture where there are numbers, else what the charger said. */
function Curve({ detail, name }: { readonly detail: SessionDetail; readonly name: string }) {
  const curve = useMemo(() => curveOf(detail), [detail]);
  if (curve) return <CurvePicture detail={detail} curve={curve} name={name} />;
  return <StateBands {...detail} />;
}
