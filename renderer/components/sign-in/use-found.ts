import { useEffect, useState } from 'react';
import type { FoundSettings } from '../../../shared/domain/account/sign-in.ts';
import type { BrandState } from '../../../shared/domain/app/app-state.ts';
import { useAppContext } from '../../app-context.ts';

/**
 * What other programs know of this make; undefined while there is nothing. A failure is not told:
 * nobody has asked for it.
 */
export function useFound({ brand, findsSettings }: BrandState): FoundSettings | undefined {
  const { call } = useAppContext();
  const [found, setFound] = useState<FoundSettings>();
  useEffect(() => {
    if (!findsSettings) return;
    let wanted = true;
    void call('findSettings', { brand }).then((got) => {
      if (wanted && got.ok && got.value) setFound(got.value);
    });
    return () => {
      wanted = false;
    };
  }, [call, brand, findsSettings]);
  return found;
}
