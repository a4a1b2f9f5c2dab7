const longest = 120;

/** A name that every file system takes: its owner called the charger as they liked. */
export function fileNameOf(asked: string): string {
  const plain = asked
    // Not for Windows, which takes fewest.
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const dot = plain.lastIndexOf('.');
  const [stem, ending] = [plain.slice(0, dot), plain.slice(dot)];
  return `${stem.slice(0, longest - ending.length).replace(/[. ]+$/, '')}${ending}`;
}
