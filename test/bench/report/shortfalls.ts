/** Why a goal was missed, and what was tried; by the id of the figure. */
export const shortfalls: Readonly<Record<string, string>> = {
  'first-window': `\
A page with React and live chargers is compiled and run between the two paints that a static page \
needs too, and the compositor is woken for the first time. Tried: the state asked for by the \
preload script and rendered while the script still runs, controls of the browser instead of a \
library (186 to 143 kB of scripts), all that is pressed fetched after the first paint, formats \
made once, one process a window instead of two, what Node makes requests of loaded before. Loading \
all that the main process needs before saves as much again and costs 13 MiB at rest: left alone.`,
  'menu-to-window': `\
What a static page does not have to do: 20 ms in which the first number or time loads the tables \
of its language, 10 ms until the script has come, 20 ms in which it renders all cards, and 5 ms in \
which they get their places. Tried: what is tried for the first window, scripts compiled once for \
all windows, and files read once. No difference made: showing the window before it is painted, \
naming the scripts in a header, styles within the page, readings that wait for the window, loading \
fonts and tables of languages sooner.`,
  'rest-memory-after': `\
The first window lets Chromium load code and a compositor that it keeps. A bare app that opens \
windows itself grows by as much (23 MiB beside our 22, each after 20 windows), to 1.15 times the \
memory of one that never did. More windows add nothing. Tried: the default session instead of one \
more; a compositor within the main process saves 10 MiB, but a fault in it would end the app and \
its notifications.`,
  'rest-cpu': `\
V8 tidies the memory of an app 30 s after its start, in the first seconds of this time: a heap of \
11 MB in ours, of 3 MB in the bare app. The row below is the same time without it. Tried: scripts \
in one byte for each character and half of undici (3 MB less to tidy), fewer writes of what is \
remembered, and an unchanged face of the tray that is not composed anew. To have V8 tidy at \
another time, its flags would have to be changed in a running app, which Node advises against: a \
fault there would end the notifications too.`,
  'rest-switches': `\
The threads that tidy the memory wake each other, and a larger heap keeps more of them busy; it \
is one of the things done in the first seconds of this time. Tried: what is tried for the \
processor.`,
  'poll-to-face': `\
Parsing what the cloud says with a schema and telling the tray is as much as asking for it. \
Tried: fewer address parses, bodies read without streams of their own, signals to give up that \
serve one look after the other (a tenth less), a face of which only changed parts are composed.`,
};
