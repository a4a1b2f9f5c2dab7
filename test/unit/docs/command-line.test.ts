import { describe, expect, it } from 'vitest';
import { everyOption } from '../../../electron/command-line/help.ts';
import { completeSummary } from '../../../electron/command-line/tasks/summary.ts';
import {
  type ExitName,
  exitCodes,
  terminalWordNames,
} from '../../../shared/domain/app/terminal-commands.ts';
import { stateNameSchema } from '../../../shared/schema/charger/status.ts';
import { aRecord } from '../../fakes/fake-terminal.ts';
import { source } from '../../laws/sources.ts';

const page = source('docs/command-line.md').text;
const commands = page.slice(page.indexOf('## Commands'), page.indexOf('## Options'));
const options = page.slice(page.indexOf('## Options'), page.indexOf('## Exit codes'));
const exits = page.slice(page.indexOf('## Exit codes'), page.indexOf('## A command'));

describe('the page on the command line', () => {
  it.each(terminalWordNames)('tells what %s does', (name) => {
    expect(commands).toMatch(new RegExp(`^\\| .*\`${name}\\b.*\`.* \\| .+ \\| .+ \\|$`, 'm'));
  });

  it.each(everyOption.filter((name) => name !== 'help' && name !== 'what'))(
    'tells what --%s does',
    (name) => expect(options).toMatch(new RegExp(`^\\| .*\`--${name}\\b`, 'm')),
  );

  it.each(Object.keys(exitCodes) as ExitName[])('tells the exit code of %s', (name) => {
    expect(exits).toContain(`| ${exitCodes[name]} | `);
  });

  it('shows a charger with every key there is, in its order', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const [charger] = JSON.parse(example).chargers;
    expect(Object.keys(charger)).toEqual(Object.keys(completeSummary(aRecord('Garage'))));
  });

  it('names every state', () => {
    const told = page.slice(page.indexOf('- `state`:'), page.indexOf('- `chargeSeconds`'));
    const named = [...told.matchAll(/`(\w+)`[,.]/g)].map(([, state]) => state);
    expect(new Set(named)).toEqual(new Set(stateNameSchema.options));
  });
});
