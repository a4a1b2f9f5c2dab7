/**
 * Where a command line begins: in the process that was typed, and once more in the thread that does
 * for it what takes time. One file, so that neither can find itself in what both have in common.
 */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) void import('./answer-terminal.ts').then((here) => here.answerTerminal());
else void import('./in-thread.ts').then((here) => here.runInThread());
