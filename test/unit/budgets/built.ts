import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { vi } from 'vitest';

export type Chunk = Rolldown.OutputChunk;

/** What the bundler makes of a part of the app; nothing is written. */
export async function built(config: InlineConfig): Promise<readonly Chunk[]> {
  // The bundler asks the environment which edition of a package it takes.
  vi.stubEnv('NODE_ENV', 'production');
  const made = await build({ ...config, build: { ...config.build, write: false } });
  const outputs = Array.isArray(made) ? made : [made];
  return outputs.flatMap((one) =>
    'output' in one ? one.output.filter((part): part is Chunk => part.type === 'chunk') : [],
  );
}

/** The one chunk that is the entry, and everything that it cannot start without. */
export function atStart(chunks: readonly Chunk[]): readonly Chunk[] {
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (let size = 0; size !== needed.size; ) {
    size = needed.size;
    for (const { fileName, imports } of chunks) {
      if (needed.has(fileName)) for (const other of imports) needed.add(other);
    }
  }
  return chunks.filter(({ fileName }) => needed.has(fileName));
}

/** In bytes. */
export function sizeOf(chunks: readonly Chunk[]): number {
  return sum(chunks, (code) => Buffer.byteLength(code));
}

/** In bytes, each file by itself. */
export function gzippedSizeOf(chunks: readonly Chunk[]): number {
  return sum(chunks, (code) => gzipSync(code, { level: 9 }).length);
}

function sum(chunks: readonly Chunk[], measure: (code: string) => number): number {
  return chunks.reduce((bytes, { code }) => bytes + measure(code), 0);
}

/** Modules of which something is left in the chunks, with forward slashes. */
export function modulesIn(chunks: readonly Chunk[]): readonly string[] {
  return chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => id.replaceAll('\\', '/')));
}
