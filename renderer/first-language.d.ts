/** The phrases of the language that the app speaks when the page is opened; see `page-files.ts`. */
declare module 'first-language' {
  import type { Messages } from '../shared/text/messages.ts';
  export const phrases: Messages;
}
