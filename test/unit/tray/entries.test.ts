import { describe, expect, it } from 'vitest';
import { askId, entryId, type MenuAction, menuActionOf } from '../../../electron/tray/entries.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';

const commands: Command[] = [
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'backToSchedule' },
  { kind: 'lock' },
  { kind: 'unlock' },
  { kind: 'setLimit', limitA: 16 },
  { kind: 'setSolarMode', mode: 'solar' },
  { kind: 'setPrice', perKwh: 0.31 },
  { kind: 'reboot' },
  { kind: 'updateSoftware' },
];

const acts: MenuAction[] = [
  ...commands.map((command): MenuAction => ({ do: 'execute', chargerId: 'a/1 "x" ü', command })),
  { do: 'refresh' },
  { do: 'quiet', quiet: 'no' },
  { do: 'quiet', quiet: 'hour' },
  { do: 'quiet', quiet: 'tomorrow' },
  { do: 'quiet', quiet: 'always' },
  { do: 'open', view: 'chargers' },
  { do: 'open', view: 'chargers', chargerId: 'a/1' },
  { do: 'open', view: 'history' },
  { do: 'open', view: 'settings' },
  { do: 'open', view: 'add' },
  { do: 'quit' },
];

describe('the id of a menu entry', () => {
  it.each(acts.map((act) => [entryId(act), act] as const))(
    'carries what it does: %s',
    (id, act) => {
      expect(menuActionOf(id)).toEqual(act);
    },
  );

  it('is another for everything that can be done', () => {
    expect(new Set(acts.map(entryId)).size).toBe(acts.length);
  });

  it('asks a charger', () => {
    expect(menuActionOf(askId('a/1', { kind: 'lock' }))).toEqual({
      do: 'execute',
      chargerId: 'a/1',
      command: { kind: 'lock' },
    });
  });
});

describe('an id that is none of ours', () => {
  it.each([
    '',
    'quit',
    '{}',
    'null',
    '[]',
    '42',
    '{"do":"explode"}',
    '{"do":"execute","chargerId":"a/1"}',
    '{"do":"execute","chargerId":7,"wish":{"kind":"pause"}}',
    '{"do":"execute","chargerId":"a/1","wish":{"kind":"factoryReset"}}',
    '{"do":"execute","chargerId":"a/1","wish":{"kind":"setLimit","limitA":0}}',
    '{"do":"execute","chargerId":"a/1","wish":{"kind":"setLimit","limitA":16.5}}',
    '{"do":"execute","chargerId":"a/1","wish":{"kind":"pause","action":4}}',
    '{"do":"quiet","quiet":"week"}',
    '{"do":"open","view":"moon"}',
    '{"do":"quit"',
  ])('does nothing: %s', (id) => {
    expect(menuActionOf(id)).toBeUndefined();
  });
});
