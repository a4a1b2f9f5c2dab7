import { both, type Chapter, figures, repeat } from '../figures.ts';
import type { Place } from '../place.ts';
import { begin, type Subject, withApp } from '../subject.ts';

/** How long somebody waits who types in a terminal. */
export async function terminalChapter(place: Place): Promise<Chapter> {
  const { barePrint, desktop, options, ourTray } = place;
  const { program, args, env } = ourTray;
  const typed = (...words: readonly string[]): Subject => ({
    program,
    args: [...args, ...words],
    ...(env && { env }),
  });
  const toEnd = (subject: Subject) => begin(subject, desktop).ended();
  const rounds = await withApp(desktop, ourTray, () =>
    repeat(options.starts + 1, async () => ({
      'terminal-status': await both(toEnd, { floor: barePrint, ours: typed('status') }),
      'terminal-refresh': await both(toEnd, { floor: barePrint, ours: typed('refresh') }),
    })),
  );
  const floor = 'app that prints and ends';
  return {
    title: 'In the terminal',
    how:
      `Each in turn, ${options.starts} times after one that does not count, beside the running app ` +
      'with three chargers. From starting the program to its end.',
    figures: figures(rounds.slice(1), {
      'terminal-status': ['chargetray status', { floor, ratio: 1.3 }],
      'terminal-refresh': [
        'chargetray refresh',
        { floor },
        'Asks the running app: in a thread, for which the process waits.',
      ],
    }),
  };
}
