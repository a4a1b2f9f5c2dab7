import type { FolderTrouble } from '../domain/app/folder-trouble.ts';

export const cannotStartText = { title: 'ChargeTray', quit: 'Quit' } as const;

/** Why the app cannot start, and what to do. */
export interface CannotStart {
  readonly message: string;
  readonly detail: string;
}

export function cannotStartSentences(trouble: FolderTrouble): CannotStart {
  const otherwise = trouble.temporary
    ? 'set TMPDIR to another folder.'
    : 'start ChargeTray with --user-data-dir=FOLDER to use another folder.';
  return {
    message: `ChargeTray can’t start: ${why(trouble)}`,
    detail: `${advice[trouble.kind]}, or ${otherwise}`,
  };
}

const advice: Record<FolderTrouble['kind'], string> = {
  readOnly: 'Make it writable',
  full: 'Free up some space',
  noPermission: 'Change its permissions',
  notAFolder: 'Move the file away',
  unusable: 'Check the folder',
};

function why({ kind, path }: FolderTrouble): string {
  switch (kind) {
    case 'readOnly':
      return `${path} is read-only.`;
    case 'full':
      return `the disk that holds ${path} is full.`;
    case 'noPermission':
      return `you don’t have permission to write to ${path}.`;
    case 'notAFolder':
      return `${path} is a file, not a folder.`;
    case 'unusable':
      return `${path} can’t be used.`;
  }
}
