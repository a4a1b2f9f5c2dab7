/**
 * What the app loads when it is first needed takes time that no fake clock counts: on a busy
 * computer, hours of a journey went by while a reading waited for its module. So all of it is there
 * before the first journey of a process begins; from then on an import takes one turn.
 */
const loadable = import.meta.glob([
  '../../electron/{app,charging,history,integrations,ipc,links}/**/*.ts',
  '../../electron/{mqtt,planner,plans,tariffs,updates}/**/*.ts',
  '../../electron/command-line/{socket,tasks}/*.ts',
  '!../../electron/history/thread/**',
]);

await Promise.all(Object.values(loadable).map((load) => load()));
