import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type OpenSocket,
  openSocket,
  type SocketParts,
} from '../../../../electron/command-line/socket/open-socket.ts';
import type { TerminalHandlers } from '../../../../electron/command-line/socket/terminal-handlers.ts';
import { realClock } from '../../../../electron/platform/real-clock.ts';
import { RecordedLog } from '../../../fakes/recorded-log.ts';

/** A folder that is gone when the test is over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Handlers that say what they were asked. */
export function echoing(more: Partial<TerminalHandlers> = {}): TerminalHandlers {
  return {
    chargers: () => ({ version: 1, chargers: [] }),
    watch: async (_nothing, { signal, tell }) => {
      await tell('now');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return null;
    },
    execute: () => ({ kind: 'confirmed' }),
    choosePlan: () => null,
    showPlan: () => ({ settings: null, view: null, hasPrices: false }),
    refresh: () => null,
    settleHistory: () => true,
    ...more,
  };
}

/** A socket in a folder of its own, closed when the test is over. */
export async function opened(
  parts: Partial<SocketParts> = {},
): Promise<{ readonly open: OpenSocket | undefined; readonly log: RecordedLog }> {
  const log = new RecordedLog();
  const folder = parts.folder ?? ownFolder();
  const handlers = async () => echoing();
  const open = await openSocket({ folder, clock: realClock, log, handlers, ...parts });
  onTestFinished(() => open?.close());
  return { open, log };
}

/** The same, where it must be had. */
export async function listening(parts: Partial<SocketParts> = {}): Promise<OpenSocket> {
  const { open, log } = await opened(parts);
  if (!open) throw new Error(log.lines.join('\n'));
  return open;
}

/** Somebody who speaks to a socket in their own way. */
export class Stranger {
  readonly socket: Socket;
  heard = '';
  readonly ended: Promise<string>;

  constructor(address: string) {
    this.socket = connect(address);
    this.socket.on('error', () => undefined);
    this.socket.setEncoding('utf8').on('data', (text: string) => {
      this.heard += text;
    });
    this.ended = new Promise((resolve) => this.socket.once('close', () => resolve(this.heard)));
    onTestFinished(() => void this.socket.destroy());
  }

  says(bytes: string | Uint8Array): this {
    this.socket.write(bytes);
    return this;
  }

  /** The next whole line. */
  async line(): Promise<unknown> {
    while (!this.heard.includes('\n')) {
      await new Promise((resolve) => this.socket.once('data', resolve).once('close', resolve));
      if (this.socket.destroyed && !this.heard.includes('\n')) return undefined;
    }
    const end = this.heard.indexOf('\n');
    const line = this.heard.slice(0, end);
    this.heard = this.heard.slice(end + 1);
    return JSON.parse(line);
  }
}

/** A line that is asked as it should be. */
export function asking(call: string, request?: unknown): string {
  return `${JSON.stringify({ v: 1, call, request })}\n`;
}
