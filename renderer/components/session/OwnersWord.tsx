import { useEffect, useId, useRef, useState } from 'react';
import type { Session } from '../../../shared/domain/session/history.ts';
import { longestNote, type SessionChange } from '../../../shared/domain/session/session-change.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { useChange } from './use-change.ts';

const words = () => messages.sessionEdit;

interface Props {
  readonly session: Session;
  readonly onDeleted: () => void;
}

/** What its owner says of a session: whom it was for, a note, what is wrong, that it is to go. */
export function OwnersWord({ session, onDeleted }: Props) {
  const { id, tag, endedAt } = session;
  const { change, failure } = useChange(id);
  const [chosen, setChosen] = useState<keyof typeof messages.tagChoices>(tag ?? 'none');
  const [isCorrecting, setCorrecting] = useState(false);
  const isReturning = useRef(false);
  const close = () => {
    isReturning.current = true;
    setCorrecting(false);
  };
  const choose = async (next: keyof typeof messages.tagChoices) => {
    setChosen(next);
    const isKept = await change({ kind: 'tag', ...(next === 'none' ? {} : { tag: next }) });
    if (!isKept) setChosen(tag ?? 'none');
  };
  return (
    <section className="card" aria-label={words().title}>
      <Choice
        title={words().tag}
        labels={messages.tagChoices}
        value={chosen}
        onChoose={(next) => void choose(next)}
      />
      <NoteField note={session.note ?? ''} change={change} />
      {isCorrecting && <CorrectForm session={session} change={change} onClose={close} />}
      {endedAt !== undefined && !isCorrecting && (
        <div className="buttons">
          <ActionButton
            // The form had the focus and is gone; it goes back to where it came from.
            ref={(button) => {
              if (button && isReturning.current) button.focus();
              isReturning.current = false;
            }}
            onPress={() => setCorrecting(true)}
          >
            {words().correct}
          </ActionButton>
          <ActionButton
            onPress={() => void change({ kind: 'delete' }).then((isKept) => isKept && onDeleted())}
          >
            {words().delete}
          </ActionButton>
        </div>
      )}
      <p role="status" className="field-error small">
        {failure && messages.changeFailures[failure]}
      </p>
    </section>
  );
}

interface NoteProps {
  readonly note: string;
  readonly change: (change: SessionChange) => Promise<boolean>;
}

/** What is typed is kept with its button, and also when the page is left. */
function NoteField({ note, change }: NoteProps) {
  const id = useId();
  const [typed, setTyped] = useState(note);
  const [isSaved, setSaved] = useState(false);
  const isChanged = typed.trim() !== note;
  const newest = useRef({ typed, isChanged, change });
  newest.current = { typed, isChanged, change };
  useEffect(
    () => () => {
      const { typed: last, isChanged: isOpen, change: keep } = newest.current;
      if (isOpen) void keep({ kind: 'note', note: last });
    },
    [],
  );
  const left = longestNote - typed.length;
  return (
    <div className="form-row" {...(isChanged && takesEscape)}>
      <label htmlFor={id}>{words().note}</label>
      <textarea
        id={id}
        className="field note-field"
        rows={2}
        maxLength={longestNote}
        value={typed}
        aria-describedby={`${id}-state`}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setSaved(false);
        }}
      />
      <div className="note-foot">
        <p id={`${id}-state`} role="status" className="soft small">
          {isSaved && !isChanged && words().noteSaved}
          {left < 100 && words().noteLeft(left)}
        </p>
        {isChanged && (
          <ActionButton onPress={() => void change({ kind: 'note', note: typed }).then(setSaved)}>
            {words().saveNote}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
