// @ts-check
const { appendFileSync, readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const everyMs = 5;
const worthNotingMs = 20;
const file = process.env.WATCHDOG_FILE;

// Workers load it as well, and so do processes that help the main one.
if (isMainThread && process.type === 'browser' && file) setImmediate(() => watch(file));

/**
 * Notes from Electron's being ready on, one number of milliseconds in a line, whenever nothing else
 * could run in this process. Without the time in which other programs had the processor: that
 * says nothing about ours.
 * @param {string} path
 */
function watch(path) {
  const { app } = require('electron');
  let before = moment();
  let isReady = false;
  app.once('ready', () => {
    isReady = true;
    appendFileSync(path, '0\n');
  });
  setInterval(() => {
    const now = moment();
    const blockedMs = now.at - before.at - (now.queuedMs - before.queuedMs) - everyMs;
    before = now;
    if (isReady && blockedMs >= worthNotingMs) appendFileSync(path, `${blockedMs.toFixed(1)}\n`);
  }, everyMs).unref();
}

/** The second number of the system's book: how long this thread was ready to run and did not, in ns. */
function moment() {
  const [, queuedNs = 0] = readFileSync('/proc/self/schedstat', 'utf8').split(' ').map(Number);
  return { at: performance.now(), queuedMs: queuedNs / 1e6 };
}
