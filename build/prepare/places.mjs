// @ts-check
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { env } from 'node:process';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** Stamps and reports of this checkout; ignored by git. */
export const checkoutCache = join(root, '.cache');

/** What every checkout of this user may share, such as a runtime. */
export const userCache = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chargetray');
