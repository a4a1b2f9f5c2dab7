/** Why a goal was missed, and what was tried; whole sentences. */
export interface Shortfall {
  readonly why: string;
  readonly tried: string;
}

export type Shortfalls = Readonly<Record<string, Shortfall>>;

/** By the id of the figure. */
export const shortfalls: Shortfalls = {
  'first-window': {
    why:
      'A page with React and live chargers is compiled and run between the two paints that a static ' +
      'page needs too, and the compositor is woken for the first time.',
    tried:
      'the state asked for by the preload script, a first file of 290 instead of 430 kB with what is ' +
      'pressed fetched after the first paint, formats made once.',
  },
  'menu-to-window': {
    why:
      'What a static page does not have to do is most of it: 290 kB of scripts, a render of all cards, ' +
      'and the tables of languages that the first number on a page loads (8 ms).',
    tried:
      'what is tried for the first window, scripts compiled once for all windows (15 to 20 ms less), ' +
      'and showing the window before it is painted (no difference).',
  },
  'rest-memory-after': {
    why:
      'The first window lets Chromium load code and a compositor that it keeps: a bare app that has ' +
      'opened windows itself has 1.13 times the memory of one that has not. More windows add nothing.',
    tried:
      'the default session instead of one more; a compositor within the main process saves 10 MiB, ' +
      'but a fault in it would end the app and its notifications.',
  },
  'rest-cpu': {
    why:
      'V8 tidies the memory of an app 30 s after its start, in the first seconds of this time: a heap ' +
      'of 11 MB in ours, of 3 MB in the bare app. The row below is the same time without it.',
    tried:
      'scripts in one byte for each character and half of undici (3 MB less to tidy), fewer writes of ' +
      'what is remembered, and an unchanged face of the tray that is not composed anew. To have V8 ' +
      'tidy at another time, its flags would have to be changed in a running app, which Node advises ' +
      'against: a fault there would end the notifications too.',
  },
  'rest-switches': {
    why:
      'The threads that tidy the memory wake each other, and a larger heap keeps more of them busy; ' +
      'it is one of the things done in the first seconds of this time.',
    tried: 'what is tried for the processor.',
  },
  'poll-to-face': {
    why: 'Parsing what the cloud says with a schema and telling the tray is as much as asking for it.',
    tried:
      'fewer address parses, bodies read without streams of their own, a face of which only changed ' +
      'parts are composed.',
  },
  'page-scripts': {
    why: 'React is 64 kB of it, Base UI 40, uPlot 22, our own views of the past 17.',
    tried: 'three files instead of one: 95 kB come before the first paint, the others when idle.',
  },
};
