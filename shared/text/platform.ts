import type { AppState } from '../domain/app/app-state.ts';

/** The system the app runs on, as far as words depend on it. */
export type Platform = AppState['app']['platform'];
