import { describe, expect, it } from 'vitest';
import { everyOption, formOf, helpText } from '../../../electron/command-line/help.ts';
import { argumentsOfApp, isForTerminal } from '../../../electron/command-line/own-arguments.ts';
import { parsed, type Typed, type TypingFault } from '../../../electron/command-line/parse.ts';
import {
  terminalOptions,
  terminalWordNames,
} from '../../../shared/domain/app/terminal-commands.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { messages } from '../../../shared/text/messages.ts';

const typed = (word: Typed['word'], more: Partial<Typed> = {}) => ({
  kind: 'typed',
  typed: { word, options: {}, ...more },
});

describe('what is typed', () => {
  it.each<[string, unknown]>([
    ['status', typed('status')],
    ['status --json', typed('status', { options: { json: '' } })],
    ['pause', typed('pause')],
    ['pause --wait', typed('pause', { options: { wait: '' } })],
    ['pause --wait=30 --json', typed('pause', { options: { wait: '30', json: '' } })],
    ['pause --charger Garage', typed('pause', { options: { charger: 'Garage' } })],
    ['--charger Garage pause', typed('pause', { options: { charger: 'Garage' } })],
    ['pause --charger=--wait', typed('pause', { options: { charger: '--wait' } })],
    ['--charger pause resume', typed('resume', { options: { charger: 'pause' } })],
    ['pause --charger=a --charger=b', typed('pause', { options: { charger: 'b' } })],
    ['limit 16', typed('limit', { argument: '16' })],
    ['limit -- -6', typed('limit', { argument: '-6' })],
    ['plan below', typed('plan', { argument: 'below' })],
    ['--user-data-dir=/x --no-sandbox --ozone=y status', typed('status')],
    ['status --user-data-dir=/x', typed('status')],
    [
      'export --from=2026-01-01 --to 2026-01-31 --what=readings --format=json --output=a.json',
      typed('export', {
        options: {
          from: '2026-01-01',
          to: '2026-01-31',
          what: 'readings',
          format: 'json',
          output: 'a.json',
        },
      }),
    ],
    ['--status', typed('status', { isOldWay: true })],
    ['--status --json', typed('status', { options: { json: '' }, isOldWay: true })],
    ['--watch', typed('watch', { isOldWay: true })],
    ['--watch --status --json', typed('watch', { options: { json: '' }, isOldWay: true })],
    ['--help', { kind: 'help' }],
    ['--status --help', { kind: 'help' }],
    ['pause --help', { kind: 'help', word: 'pause' }],
    ['limit --help', { kind: 'help', word: 'limit' }],
  ])('%s', (line, expected) => expect(parsed(line.split(' '))).toEqual(expected));

  it.each<[string, TypingFault]>([
    ['stop', { kind: 'unknownWord', word: 'stop' }],
    ['constructor', { kind: 'unknownWord', word: 'constructor' }],
    ['pause --now', { kind: 'unknownOption', option: '--now' }],
    ['pause -x', { kind: 'unknownOption', option: '-x' }],
    ['pause --from=2026-01-01', { kind: 'unknownOption', option: '--from' }],
    ['pause --toString', { kind: 'unknownOption', option: '--toString' }],
    ['pause --charger', { kind: 'missingValue', option: '--charger' }],
    ['pause --charger=', { kind: 'missingValue', option: '--charger' }],
    ['status --json=yes', { kind: 'needlessValue', option: '--json' }],
    ['pause --wait=soon', { kind: 'badValue', name: '--wait', value: 'soon' }],
    ['pause --wait=0', { kind: 'badValue', name: '--wait', value: '0' }],
    ['pause --wait=86401', { kind: 'badValue', name: '--wait', value: '86401' }],
    ['pause --wait 30', { kind: 'needless', word: '30' }],
    ['limit', { kind: 'missing', name: 'AMPERES' }],
    ['limit 16.5', { kind: 'badValue', name: 'AMPERES', value: '16.5' }],
    ['limit 16A', { kind: 'badValue', name: 'AMPERES', value: '16A' }],
    ['limit 16 17', { kind: 'needless', word: '17' }],
    ['plan', { kind: 'missing', name: 'show|off|cheapest|below|now' }],
    ['plan maybe', { kind: 'badValue', name: 'CHOICE', value: 'maybe' }],
    ['history --from=2026-02-30', { kind: 'badValue', name: '--from', value: '2026-02-30' }],
    ['history --to=1.2.2026', { kind: 'badValue', name: '--to', value: '1.2.2026' }],
    ['export --format=xml', { kind: 'badValue', name: '--format', value: 'xml' }],
    ['stop\u001b[2J', { kind: 'unknownWord', word: 'stop[2J' }],
  ])('%j is not understood', (line, fault) => {
    expect(parsed(line.split(' '))).toMatchObject({ kind: 'fault', fault });
  });
});

describe('what the app was told', () => {
  it.each<[string, string, boolean]>([
    ['the packed app', '/opt/ChargeTray/chargetray', false],
    ['its start at login', '/opt/ChargeTray/chargetray --hidden', false],
    ['with another folder', 'chargetray --user-data-dir=/x --no-sandbox', false],
    ['as JSON, whatever that is', 'chargetray --json', false],
    ['by a link', 'chargetray chargetray://charger/1', false],
    ['to say something', 'chargetray status', true],
    ['by a mistake', 'chargetray staus', true],
    ['by the old flags', 'chargetray --status --json', true],
    ['to explain itself', 'chargetray --help', true],
  ])('%s', (_what, line, isAsked) => {
    expect(isForTerminal(argumentsOfApp(line.split(' '), true))).toBe(isAsked);
  });

  it('leaves out the app that a bare Electron was to start', () => {
    const line = 'electron --no-sandbox . --user-data-dir=/x pause';
    expect(argumentsOfApp(line.split(' '), false)).toEqual([
      '--no-sandbox',
      '--user-data-dir=/x',
      'pause',
    ]);
  });
});

describe('the help', () => {
  it.each([...languages.keys()])('tells every word and every option in %s', async (code) => {
    const { commandLine } = (await languages.get(code)?.load()) ?? messages;
    const all = helpText(commandLine);
    for (const name of terminalWordNames) {
      expect(all).toMatch(new RegExp(`^ {2}${name}\\b.*\\S`, 'm'));
      const own = helpText(commandLine, name);
      expect(own).toContain(`chargetray ${name}`);
      expect(own).toContain(commandLine.words[name]);
      for (const option of formOf(name).options)
        expect(own).toMatch(new RegExp(`^ {2}--${option}\\b`, 'm'));
    }
    for (const option of everyOption) expect(all).toMatch(new RegExp(`^ {2}--${option}\\b`, 'm'));
  });

  it('has no option that no word takes', () => {
    const taken = terminalWordNames.flatMap((name) => formOf(name).options);
    expect(new Set(taken)).toEqual(new Set(Object.keys(terminalOptions)));
  });
});
