import { useState } from 'react';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { Saved } from '../../../shared/ipc/contract.ts';
import { fileNameOf } from '../../../shared/text/file-name.ts';
import { isoDay } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import type { CurvePainting } from '../../charts/curve.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { useFormats } from '../history/formats.ts';
import { zoneOf } from '../history/span.ts';

interface Props {
  readonly painting: { readonly current: CurvePainting | undefined };
  readonly session: Session;
  readonly name: string;
}

const words = () => messages.session.picture;

/** Gives the picture away as a file, as it is shown. */
export function SavePicture({ painting, session, name }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const tell = useTell();
  const [outcome, setOutcome] = useState<Saved>();
  const save = async () => {
    setOutcome(undefined);
    const png = painting.current?.png(
      messages.session.pictureOf({ name, day: formats.longDay(session.startedAt) }),
    );
    if (png === undefined) return setOutcome('failed');
    const day = isoDay(session.startedAt, zoneOf(formatOptions));
    const got = await tell('savePicture', {
      name: fileNameOf(words().fileName({ charger: name, day })),
      png,
    });
    if (got.ok) setOutcome(got.value);
  };
  return (
    <>
      <ActionButton look="word" onPress={() => void save()}>
        {words().save}
      </ActionButton>
      <p role="status" className="saved soft small">
        {outcome && messages.exporting[outcome]}
      </p>
    </>
  );
}
