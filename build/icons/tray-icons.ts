import type { BadgeName, Grid, Plug } from './grid.ts';
import { grid16 } from './grid-16.ts';
import { grid22 } from './grid-22.ts';
import { type Picture, svgOf } from './shapes.ts';

/** What a tray icon can say, by the names the tray uses. */
export const trayIconNames = [
  'charging',
  'discharging',
  'transferring',
  'waiting',
  'queued',
  'scheduled',
  'paused',
  'complete',
  'locked',
  'locked-car',
  'available',
  'updating',
  'error',
  'offline',
  'unknown',
  'sign-in',
] as const;

/** The name of a tray icon, as it is in its file's name. */
export type TrayIconName = (typeof trayIconNames)[number];

/** Whether what the icon says is current, or outdated and so drawn hollow. */
export type Freshness = 'current' | 'outdated';

/** The grids that icons are drawn on. */
export const grids: readonly Grid[] = [grid16, grid22];

/** The name of an icon's files, without folder and ending. */
export function fileStem(name: TrayIconName, freshness: Freshness): string {
  return freshness === 'current' ? name : `${name}-outdated`;
}

/** Composes one tray icon as an SVG. */
export function traySvg(name: TrayIconName, freshness: Freshness, grid: Grid): string {
  const { size, gap } = grid;
  const title = fileStem(name, freshness);
  return svgOf(picture(name, freshness === 'outdated', grid), { title, size, gap });
}

const badgeOf: Partial<Record<TrayIconName, BadgeName>> = {
  charging: 'bolt',
  discharging: 'arrow',
  waiting: 'dotsAcross',
  queued: 'dotsUp',
  scheduled: 'clock',
  paused: 'bars',
  complete: 'check',
  updating: 'ring',
  'sign-in': 'person',
};

function picture(name: TrayIconName, outdated: boolean, grid: Grid): Picture {
  switch (name) {
    case 'available':
      return { base: plug(grid.plainPlug, outdated) };
    case 'transferring':
      return outdated
        ? { base: [...grid.widePlug.fine, grid.innerBoltLine] }
        : { base: [...grid.widePlug.strong, grid.innerBolt] };
    case 'offline':
      return { base: openPlug(grid, 'plain', outdated), badge: [grid.slash] };
    case 'unknown':
      return { base: openPlug(grid, 'plug', outdated), badge: grid.badges.question };
    case 'locked':
      return lock(grid, outdated);
    case 'locked-car':
      return { ...lock(grid, outdated), badge: grid.badges.dot };
    case 'error':
      return outdated
        ? { base: [grid.triangle.hollow, ...grid.exclamation] }
        : { base: [grid.triangle.solid], cut: grid.exclamation };
    default:
      return badged(grid, outdated, badgeOf[name] ?? 'question');
  }
}

function badged(grid: Grid, outdated: boolean, badge: BadgeName): Picture {
  return {
    base: plug(grid.plug, outdated),
    badge: grid.badges[badge],
    ...(badge === 'clock' ? { cut: grid.clockHands } : {}),
  };
}

function plug({ fittings, solid, hollow }: Plug, outdated: boolean): Picture['base'] {
  return [...fittings, outdated ? hollow : solid];
}

/** Hollow even when current, so its lines are strong then and fine when outdated. */
function openPlug(grid: Grid, where: 'plug' | 'plain', outdated: boolean): Picture['base'] {
  const { fittings, finePins, hollow } = where === 'plug' ? grid.plug : grid.plainPlug;
  return outdated ? [...finePins, hollow] : [...fittings, grid.strongBody[where]];
}

function lock(grid: Grid, outdated: boolean): Picture {
  if (outdated) return { base: [...grid.lock.hollow, ...grid.keyhole] };
  return { base: grid.lock.solid, cut: grid.keyhole };
}
