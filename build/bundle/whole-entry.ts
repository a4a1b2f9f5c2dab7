import type { Rolldown } from 'vite';

/**
 * One file for an entry and all that it cannot start without. Left to itself, the bundler makes files
 * of their own of what a part that is loaded later asks for as well; a start would have to read and
 * compile each of them, and the entry would name everything in them in full.
 */
export function wholeEntry(entry: string): Rolldown.CodeSplittingGroup {
  const first = entry.replaceAll('\\', '/');
  let needed: ReadonlySet<string> | undefined;
  return {
    debugName: 'whole entry',
    name: (id, context) => {
      needed ??= neededBy(first, (one) => context.getModuleInfo(one)?.importedIds ?? []);
      return needed.has(id) ? 'whole-entry' : null;
    },
  };
}

/** A module and all that it imports, and they; what they import at some later time does not count. */
function neededBy(
  first: string,
  importedBy: (id: string) => readonly string[],
): ReadonlySet<string> {
  const needed = new Set([first]);
  // A set is walked through to what was added on the way.
  for (const id of needed) for (const imported of importedBy(id)) needed.add(imported);
  return needed;
}
