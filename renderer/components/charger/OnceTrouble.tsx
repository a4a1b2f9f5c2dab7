import type { Brand } from '../../../shared/domain/brand.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { onceSentence } from '../../../shared/text/sign-in-text.ts';
import { useAppContext } from '../../app-context.ts';

interface Props {
  readonly brand: Brand;
  readonly failure: Failure;
}

/** Why something that was asked for once did not work. */
export function OnceTrouble({ brand, failure }: Props) {
  const { clock, formatOptions } = useAppContext();
  return (
    <p className="once-trouble">
      {onceSentence(failure, { brand, now: clock.now(), formatOptions })}
    </p>
  );
}
