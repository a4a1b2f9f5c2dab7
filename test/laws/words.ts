import { type Breach, places, type Source } from './sources.ts';

/** Words between tags, and words in the attributes that are read out or shown. */
const betweenTags = /(?<=[>}])[^<>{}]*[A-Za-z]{2,}[^<>{}]*(?=<\/)/g;
const shownAttributes = /\b(?:aria-label|title|placeholder|alt|label)="[^"]*[A-Za-z]{2,}[^"]*"/g;

/** A literal that reads like a sentence or a button. */
const sentences = /'[A-Z][a-z]+(?: [A-Za-z]+)+[.…]?'/g;

/** What a component says that does not come from the catalogue. */
export function wordsInMarkup(files: readonly Source[]): readonly Breach[] {
  const bare = files.map(withoutComments);
  return [...places(betweenTags, bare), ...places(shownAttributes, bare)];
}

/** What a reader in the main process says that does not come from the catalogue. */
export function wordsInCode(files: readonly Source[]): readonly Breach[] {
  return places(sentences, files.map(withoutComments).map(withoutThrows));
}

/** Takes comments out and leaves the lines where they are. */
export function withoutComments(file: Source): Source {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ');
  const text = file.text
    .replaceAll(/\/\*[\s\S]*?\*\//g, blank)
    .replaceAll(/(?<=^|[\s;{}])\/\/[^\n]*/g, blank);
  return { ...file, text };
}

/** A bug's words are for developers. */
function withoutThrows(file: Source): Source {
  return { ...file, text: file.text.replaceAll(/new \w*Error\([^\n]*/g, '') };
}
