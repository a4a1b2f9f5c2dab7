import { join } from 'node:path';
import { z } from 'zod';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Sources } from '../../ports/sources.ts';
import type { Found } from '../adapter.ts';
import { jsonOf } from '../kit/json-of.ts';
import { parseAddress } from './address.ts';
import { developerKey, isKey } from './auth/developer-key.ts';

/** The file of the public Python library (FCA): a flat object, with what it knows and maybe more. */
const fileSchema = z.object({
  host: z.string().trim().min(1).optional().catch(undefined),
  devkey: z.string().trim().min(1).optional().catch(undefined),
  port: z.union([z.number(), z.string()]).optional().catch(undefined),
});

type Settings = z.infer<typeof fileSchema>;

interface FoundFile {
  readonly path: string;
  readonly settings: Settings;
}

interface Observed {
  readonly file?: FoundFile;
  readonly skipped: readonly string[];
}

/**
 * Settings that the public Python library for this station has left (FCA): for each the environment
 * counts before the file, and of the files the first that can be read as one. Host, port and key
 * are taken; time limit, verification (which nothing there reads) and log level are not, because
 * they mean something else here.
 */
export async function findSettings(sources: Sources): Promise<Found | undefined> {
  const { file, skipped } = await firstFile(sources);
  const fromEnvironment = environmentSettings(sources.environment);
  const settings = { ...file?.settings, ...fromEnvironment };
  const key = settings.devkey;
  const secrets = key !== undefined && key !== developerKey && isKey(key) ? { key } : {};
  const fields = omitUndefined({ address: addressOf(settings) });
  const secretFields = Object.keys(secrets);
  // A broken file is worth a word also where there is nothing else to offer.
  const isNothing = fields.address === undefined && secretFields.length === 0;
  if (isNothing && skipped.length === 0) return undefined;
  const from: string[] = Object.keys(fromEnvironment).map((name) => variables[name as Setting]);
  const used = file && Object.keys(file.settings).some((name) => !(name in fromEnvironment));
  if (used) from.push(file.path);
  return {
    shown: {
      from: from.join(', '),
      fields: fields as Record<string, string>,
      secretFields,
      skipped,
    },
    secrets,
  };
}

type Setting = keyof Settings;

const variables = { host: 'FCSP_HOST', devkey: 'FCSP_DEVKEY', port: 'FCSP_PORT' } as const;

function environmentSettings(environment: Sources['environment']): Settings {
  return omitUndefined({
    host: environment[variables.host]?.trim() || undefined,
    devkey: environment[variables.devkey]?.trim() || undefined,
    port: environment[variables.port]?.trim() || undefined,
  });
}

/** A broken file does not hide the ones after it; its owner hears which it was. */
async function firstFile(sources: Sources): Promise<Observed> {
  const skipped: string[] = [];
  for (const path of pathsIn(sources)) {
    const text = await sources.readText(path);
    if (text === undefined) continue;
    const read = fileSchema.safeParse(jsonOf(text));
    if (read.success) return { file: { path, settings: omitUndefined(read.data) }, skipped };
    skipped.push(path);
  }
  return { skipped };
}

function pathsIn({ environment, folder, home }: Sources): readonly string[] {
  const named = environment.FCSP_CONFIG_FILE?.trim();
  if (named) return [named];
  return [
    join(folder, 'fcsp_config.json'),
    join(home, '.fcsp', 'config.json'),
    join(home, '.config', 'fcsp', 'config.json'),
    '/etc/fcsp/config.json',
  ];
}

/** As its owner would type it. What the form would not take is shown all the same, to be mended. */
function addressOf({ host, port }: Settings): string | undefined {
  if (host === undefined) return undefined;
  const known = parseAddress(host);
  if (!known) return host;
  if (port === undefined) return known.label;
  return parseAddress(`${new URL(known.base).hostname}:${port}`)?.label ?? known.label;
}
