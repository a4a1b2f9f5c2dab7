import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

const page = resolve('docs/reliability.md');
const title = '# Reliability\n\nMade by the commands that stand in it.\n';

/** Puts a section into the page: in the place of the one of that name, or at the end. */
export function writeSection(name: string, markdown: string): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : title;
  writeFileSync(page, withSection(before, name, markdown));
}

/** Everything from a heading of the second level to the next is its section. */
export function withSection(text: string, name: string, markdown: string): string {
  const section = `## ${name}\n\n${markdown.trim()}\n`;
  const parts = text.split(/^(?=## )/m);
  const place = parts.findIndex((part) => part.startsWith(`## ${name}\n`));
  if (place < 0) return `${text.trimEnd()}\n\n${section}`;
  parts[place] = place < parts.length - 1 ? `${section}\n` : section;
  return parts.join('');
}

/** What it was made on. */
export function machineLine(command: string): string {
  const [cpu] = cpus();
  return `\`${command}\`, on ${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.version}.`;
}
