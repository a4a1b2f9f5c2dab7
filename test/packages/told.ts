/** What a terminal was told. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a person sees of the app that runs. */
export interface FirstLook {
  readonly tooltip: string;
  readonly status: Said;
  /** Whether programs without rights can make namespaces. */
  readonly hasNamespaces: boolean;
  /** Of each process that shows a page. */
  readonly pages: readonly {
    readonly filtered: boolean;
    readonly inNamespace: boolean;
    readonly called: string;
  }[];
}

/** What is there once the app was quit. */
export interface EndLook {
  readonly code: number | null;
  readonly status: Said;
  /** What who started it once more was told. */
  readonly again: Said;
  /** What the tray said of another that was started with a data folder of its own. */
  readonly elsewhere: string;
  /** The entry that starts it at login. */
  readonly autostart: string;
}

/** What became of a computer on which the app was installed, upgraded and removed. */
export interface Life {
  readonly versions: readonly string[];
  readonly looks: readonly (FirstLook & EndLook)[];
  /** The same with everything of it on a disk that cannot be written. */
  readonly readOnly: FirstLook & EndLook;
  /** What root was told, and what came of an installation for which there was no room. */
  readonly asRoot: readonly Said[];
  readonly fullDisk: Said & { readonly leftovers: readonly string[] };
  /** Of the profile for AppArmor, with the package and without. */
  readonly profile: string;
  /** What dpkg checks of the files that it laid down. */
  readonly verified: string;
  readonly leftovers: readonly string[];
  readonly missing: readonly string[];
  readonly ownData: readonly string[];
  /** The same computer with the other kind of package. */
  readonly rpm: {
    readonly versions: readonly string[];
    readonly verified: string;
    readonly look: FirstLook & EndLook;
    readonly leftovers: readonly string[];
  };
}

/** What became of an AppImage that a person has replaced by a newer one from its own window. */
export interface Updated {
  /** What the window said of itself, before and after. */
  readonly versions: readonly string[];
  /** Of the newer one. */
  readonly tooltip: string;
  readonly kept: unknown;
  readonly isReplaced: boolean;
}
