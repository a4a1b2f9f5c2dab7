import {
  noticeDefaults,
  noticeKinds,
  type OwnNotices,
  type Settings,
} from '../../shared/domain/app/settings.ts';
import { mostChargers } from '../../shared/schema/app/settings.ts';
import { key } from '../../shared/schema/sound.ts';
import { isContent } from './kept-found.ts';

/** Which kinds are told at all; a kind that is not understood costs only itself, and is named. */
export function noticesIn(value: unknown, lost: string[]): Settings['notices'] {
  if (value !== undefined && !isContent(value)) lost.push('notices');
  if (!isContent(value)) return noticeDefaults;
  const chosen = { ...noticeDefaults };
  for (const kind of noticeKinds) {
    const choice = value[kind];
    if (typeof choice === 'boolean') chosen[kind] = choice;
    else if (choice !== undefined) lost.push(`notices.${kind}`);
  }
  return chosen;
}

/** Of single chargers; what is not understood of one is like all. */
export function ownNoticesIn(value: unknown, lost: string[]): Settings['noticesOf'] {
  if (value === undefined) return {};
  if (!isContent(value)) {
    lost.push('noticesOf');
    return {};
  }
  const known = Object.entries(value).filter(([id]) => key.safeParse(id).success);
  const kept = known.slice(0, mostChargers);
  // Which charger it was is nobody's business who reads diagnostics.
  if (kept.length < Object.keys(value).length) lost.push('noticesOf');
  return Object.fromEntries(kept.map(([id, own]) => [id, ownKinds(own, lost)]));
}

function ownKinds(value: unknown, lost: string[]): OwnNotices {
  const name = 'noticesOf';
  if (!isContent(value)) {
    lost.push(name);
    return {};
  }
  const known = noticeKinds.filter((kind) => value[kind] !== undefined);
  const bad = known.filter((kind) => typeof value[kind] !== 'boolean');
  lost.push(...bad.map((kind) => `${name}.${kind}`));
  const good = known.flatMap((kind) => {
    const on = value[kind];
    return typeof on === 'boolean' ? [[kind, on] as const] : [];
  });
  return Object.fromEntries(good);
}
