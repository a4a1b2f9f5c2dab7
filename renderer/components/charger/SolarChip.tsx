import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { solarModeWords } from '../../../shared/text/command-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

interface Props {
  readonly observation: Observation;
  readonly onPress: () => void;
}

/** Which solar mode is on; pressed, it leads to where that is changed. */
export function SolarChip({ observation, onPress }: Props) {
  const { abilities, solarMode } = observation;
  const later = useControls();
  if (!abilities.solarMode || solarMode === undefined || solarMode === 'off') return null;
  const label = messages.solarModeLabels[solarMode];
  return (
    <ActionButton look="badge" name={solarModeWords(solarMode)} {...(later && { onPress })}>
      <svg className="glyph small" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 5.2a2.8 2.8 0 1 0 .01 0M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13" />
      </svg>
      {label}
    </ActionButton>
  );
}
