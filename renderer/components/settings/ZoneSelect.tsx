import { useMemo } from 'react';
import { zoneOfNow } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { isZone } from '../../../shared/zone-clock.ts';
import { useAppContext } from '../../app-context.ts';
import { type OptionGroup, Select } from '../basic/Select.tsx';

const words = () => messages.formats;
/** In which the names of zones are. */
const namesLanguage = 'en';
/** No zone has this name. */
const asHere = '';

interface Props {
  /** IANA name; undefined: the computer's. */
  readonly zone: string | undefined;
  readonly onChoose: (zone: string | undefined) => void;
}

/** By the clock of which zone times and days are told: at home, wherever the computer is. */
export function ZoneSelect({ zone, onChoose }: Props) {
  const { locale } = useAppContext().formatOptions;
  const groups = useMemo(() => zoneGroups(words().areas, locale), [locale]);
  const isListed = groups.some(([, zones]) => zones.some(([name]) => name === zone));
  // Systems differ in which names of a zone they list, and know more than they list.
  const isOther = zone !== undefined && !isListed && isZone(zone);
  const here = [asHere, words().zoneAsHere(placeName(zoneOfNow()))] as const;
  return (
    <Select
      label={words().zone}
      hint={words().zoneHint}
      options={isOther ? [here, [zone, placeName(zone), namesLanguage]] : [here]}
      groups={groups}
      value={isListed || isOther ? (zone ?? asHere) : asHere}
      onChoose={(chosen) => onChoose(chosen === asHere ? undefined : chosen)}
    />
  );
}

/** Every zone that this system lists, under its part of the world; both in the order of a language. */
function zoneGroups(
  areas: Readonly<Record<string, string>>,
  locale: string | undefined,
): readonly OptionGroup[] {
  const { compare } = new Intl.Collator(locale);
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => {
    const [area = ''] = zone.split('/');
    return { area, option: [zone, placeName(zone), namesLanguage] as const };
  });
  return Object.entries(areas)
    .map(([area, title]): OptionGroup => {
      const options = zones.filter((zone) => zone.area === area).map(({ option }) => option);
      return [title, options.sort(([, one], [, other]) => compare(one, other))];
    })
    .sort(([one], [other]) => compare(one, other));
}

/** `Buenos Aires · Argentina`: the town, and the land or state where its name has one; else `UTC`. */
export function placeName(zone: string): string {
  const [area = zone, ...places] = zone.split('/');
  if (places.length === 0) return area;
  const names = places.map((name) => spellings.get(name) ?? name.replaceAll('_', ' '));
  return names.reverse().join(' · ');
}

/** Names that browsers go on listing as they were spelt when the list began. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['Calcutta', 'Kolkata'],
  ['Faeroe', 'Faroe'],
  ['Godthab', 'Nuuk'],
  ['Katmandu', 'Kathmandu'],
  ['Kiev', 'Kyiv'],
  ['Rangoon', 'Yangon'],
  ['Saigon', 'Ho Chi Minh'],
]);
