/** Why the app cannot work in a folder that it needs, and which. */
export interface FolderTrouble {
  readonly kind: 'readOnly' | 'full' | 'noPermission' | 'notAFolder' | 'unusable';
  readonly path: string;
  /** The folder for files of the moment, which the system has chosen; else that for ours. */
  readonly temporary?: true;
}
