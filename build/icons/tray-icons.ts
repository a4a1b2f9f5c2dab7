import type { BadgeName, Body, Grid, OpenBody, PlugName } from './grid.ts';
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

/** The plug of a state and what stands beside it. */
type Sign = { readonly plug: PlugName; readonly badge: BadgeName };

const signs = {
  discharging: { plug: 'aside', badge: 'arrow' },
  transferring: { plug: 'aside', badge: 'bolt' },
  waiting: { plug: 'raised', badge: 'dots' },
  queued: { plug: 'aside', badge: 'hourglass' },
  scheduled: { plug: 'aside', badge: 'clock' },
  paused: { plug: 'aside', badge: 'bars' },
  unknown: { plug: 'aside', badge: 'question' },
} as const satisfies Partial<Record<TrayIconName, Sign>>;

function picture(name: TrayIconName, outdated: boolean, grid: Grid): Picture {
  switch (name) {
    case 'available':
      return { base: plug(grid.plugs.plain, outdated) };
    case 'charging':
      return outdated
        ? { base: [...plug(grid.plugs.wide, true), grid.innerBolt] }
        : { base: plug(grid.plugs.wide, false), cut: [grid.innerBolt] };
    case 'offline':
      return { base: openPlug(grid.plugs.plain, outdated), badge: [grid.slash] };
    case 'transferring':
    case 'unknown': {
      const { plug: where, badge } = signs[name];
      return { base: openPlug(grid.plugs[where], outdated), badge: grid.badges[badge] };
    }
    case 'updating': {
      const base = plug(grid.plugs.small, outdated);
      return { base, badge: outdated ? grid.fineRing : grid.badges.ring };
    }
    case 'complete':
      return outdated
        ? { base: [grid.disc.fine, grid.disc.check] }
        : { base: [grid.disc.solid], cut: [grid.disc.check] };
    case 'locked':
      return outdated
        ? { base: [...grid.lock.fine, ...grid.keyhole] }
        : { base: grid.lock.solid, cut: grid.keyhole };
    case 'locked-car':
      return {
        base: outdated ? grid.carLock.fine : grid.carLock.solid,
        badge: grid.car.body,
        cut: grid.car.windows,
      };
    case 'error':
      return outdated
        ? { base: [grid.triangle.fine, ...grid.exclamation] }
        : { base: [grid.triangle.solid], cut: grid.exclamation };
    case 'sign-in':
      return { base: outdated ? grid.key.fine : grid.key.solid };
    default:
      return badged(grid, outdated, signs[name]);
  }
}

function badged(grid: Grid, outdated: boolean, { plug: where, badge }: Sign): Picture {
  return {
    base: plug(grid.plugs[where], outdated),
    badge: grid.badges[badge],
    ...(badge === 'clock' ? { cut: grid.clockHands } : {}),
  };
}

function plug({ fittings, solid, fine }: Body, outdated: boolean): Picture['base'] {
  return [...fittings, outdated ? fine : solid];
}

/** Hollow even when it is current: then its lines are strong. */
function openPlug(
  { fittings, fineFittings, strong, fine }: OpenBody,
  outdated: boolean,
): Picture['base'] {
  return outdated ? [...fineFittings, fine] : [...fittings, strong];
}
