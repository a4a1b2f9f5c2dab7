import { describe, expect, it } from 'vitest';
import { nodeComplaint } from '../../../build/prepare/node-version.mjs';

describe('nodeComplaint', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node %s', (version) => {
    expect(nodeComplaint(version)).toBeUndefined();
  });

  it.each(['18.20.4', '20.18.1'])('says what Node %s lacks', (version) => {
    expect(nodeComplaint(version)).toBe(`Node 20.19 or newer is needed, this is Node ${version}.`);
  });
});
