import { describe, expect, it } from 'vitest';
import { bridgeName, callNames, channel, eventNames } from '../../../shared/ipc/names.ts';
import { requestSchemas } from '../../../shared/schema/calls.ts';
import { callTable } from './call-table.ts';

describe('what the window may say', () => {
  const cases = callNames.map((name) => ({ name, ...callTable[name] }));

  it.each(cases)('$name', ({ name, takes, refuses }) => {
    const request = requestSchemas[name];
    for (const value of takes) expect(request.safeParse(value).success).toBe(true);
    for (const value of refuses) expect(request.safeParse(value).success).toBe(false);
  });
});

describe('the names', () => {
  it('are those of the contract', () => {
    expect(Object.keys(requestSchemas).sort()).toEqual([...callNames].sort());
  });

  it('are one channel each, under the name of the app', () => {
    const channels = [...callNames, ...eventNames].map(channel);
    expect(new Set(channels).size).toBe(callNames.length + eventNames.length);
    for (const one of channels) expect(one.startsWith(`${bridgeName}:`)).toBe(true);
  });
});
