import { createRequire } from 'node:module';
import { source } from '../../laws/sources.ts';

/** Reads a YAML file of this project, without its types. */
export function readYaml(path: string): unknown {
  const yaml: { load(text: string): unknown } = createRequire(import.meta.url)('js-yaml');
  return yaml.load(source(path).text);
}
