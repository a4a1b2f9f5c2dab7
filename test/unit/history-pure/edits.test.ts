import { describe, expect, it } from 'vitest';
import { editsAfter } from '../../../electron/history/edits/change-session.ts';
import { type Edits, told } from '../../../electron/history/edits/edits.ts';
import { joinedEdits } from '../../../electron/history/edits/joined-edits.ts';
import type { MeasuredSession } from '../../../shared/domain/session/history.ts';
import type { SessionChange } from '../../../shared/domain/session/session-change.ts';
import { fc } from '../../fixtures/properties.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 21, 18);
const now = start + 48 * hour;

function measured(change: Partial<MeasuredSession> = {}): MeasuredSession {
  return {
    id: 1,
    charger: 'wallbox/1',
    source: 'recorded',
    startedAt: start,
    startSeen: false,
    endedAt: start + 2 * hour,
    energyWh: 10_000,
    greenEnergyWh: 4000,
    chargingMs: 2 * hour,
    averageW: 5000,
    cost: { amount: '3.1', currency: 'EUR', origin: 'charger' },
    ...change,
  };
}

const entered = { amount: '9', currency: 'EUR', origin: 'entered' } as const;
const derived = { amount: '1.55', currency: 'EUR', origin: 'charger' } as const;

describe('a session as it is told', () => {
  it.each<[string, Omit<Edits, 'editedAt'>, object]>([
    ['is as measured', {}, measured()],
    ['has its tag and note', { tag: 'private', note: 'x' }, { tag: 'private', note: 'x' }],
    [
      'has what was corrected, and what follows from it',
      { corrected: { energyWh: 3000, cost: derived } },
      { energyWh: 3000, greenEnergyWh: 3000, cost: derived, startSeen: false },
    ],
    [
      'lasts as long as corrected',
      { corrected: { startedAt: start + hour, cost: derived } },
      { startedAt: start + hour, startSeen: true, chargingMs: hour, cost: derived },
    ],
    ['costs what was entered', { corrected: { cost: entered } }, { cost: entered, averageW: 5000 }],
  ])('%s', (_, edits, parts) => {
    expect(told(measured(), edits)).toMatchObject(parts);
  });

  it('names what was corrected, and what was there before', () => {
    const corrected = { energyWh: 3000, cost: derived };
    const { startedAt, endedAt, energyWh, cost } = measured();
    expect(told(measured(), { corrected }).correction).toEqual({
      fields: ['energyWh'],
      original: { startedAt, endedAt, energyWh, cost },
    });
    expect(told(measured(), { corrected })).not.toHaveProperty('averageW');
    expect(told(measured(), {})).not.toHaveProperty('correction');
  });

  it('has no cost where none follows from what was corrected', () => {
    expect(told(measured(), { corrected: { energyWh: 3000 } })).not.toHaveProperty('cost');
  });
});

describe('what an owner does to a session', () => {
  const tagged: Edits = { tag: 'business', note: 'to Ulm', editedAt: 1 };
  const corrected: Edits = { corrected: { energyWh: 5, cost: derived }, editedAt: 1 };
  const deleted: Edits = { ...tagged, deletedAt: 2 };
  const correct = (values: object): SessionChange => ({ kind: 'correct', corrected: values });
  it.each<[string, Edits | undefined, SessionChange, object]>([
    ['tags it', undefined, { kind: 'tag', tag: 'private' }, { tag: 'private' }],
    ['takes the tag away', tagged, { kind: 'tag' }, { note: 'to Ulm' }],
    [
      'writes a note in lines',
      tagged,
      { kind: 'note', note: ' a\u202e\u0007\nb ' },
      { tag: 'business', note: 'a\nb' },
    ],
    ['takes the note away', tagged, { kind: 'note', note: ' ' }, { tag: 'business' }],
    ['corrects it', tagged, correct({ energyWh: 7 }), { ...tagged, corrected: { energyWh: 7 } }],
    ['enters a cost', undefined, correct({ cost: entered }), { corrected: { cost: entered } }],
    [
      'keeps a correction, whose cost is made anew',
      corrected,
      { kind: 'tag' },
      {
        corrected: { energyWh: 5 },
      },
    ],
    ['says what was measured', corrected, correct({ energyWh: 10_000, startedAt: start }), {}],
    ['deletes it', tagged, { kind: 'delete' }, { ...tagged, deletedAt: now }],
    ['restores it', deleted, { kind: 'restore' }, tagged],
  ])('%s', (_, edits, change, after) => {
    const known = { session: measured(), ...(edits ? { edits } : {}) };
    const value = { ...after, editedAt: now };
    expect(editsAfter(known, change, now)).toEqual({ ok: true, value });
  });

  const { endedAt: _endedAt, ...running } = measured();
  it.each<[string, MeasuredSession, Edits | undefined, SessionChange]>([
    ['gone', measured(), deleted, { kind: 'tag' }],
    ['gone', measured(), deleted, { kind: 'delete' }],
    ['gone', measured(), tagged, { kind: 'restore' }],
    ['running', running, undefined, { kind: 'delete' }],
    ['running', running, undefined, correct({ energyWh: 1 })],
    ['impossible', measured(), undefined, correct({ endedAt: start - 1 })],
    ['impossible', measured(), undefined, correct({ startedAt: start + 3 * hour })],
    ['impossible', measured(), undefined, correct({ endedAt: now + 1 })],
    ['impossible', measured(), undefined, correct({ startedAt: start - 40 * 24 * hour })],
    ['impossible', measured(), undefined, correct({ energyWh: 2_000_000 })],
  ])('is refused: %s', (kind, session, edits, change) => {
    const known = { session, ...(edits ? { edits } : {}) };
    expect(editsAfter(known, change, now)).toEqual({ ok: false, failure: { kind } });
  });
});

describe('sessions that turn out to be one', () => {
  const rows = fc.array(
    fc.record({
      energyWh: fc.integer({ min: 0, max: 80_000 }),
      owners: fc.option(fc.integer({ min: 0, max: 80_000 }), { nil: undefined }),
      isDeleted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('sum up to what their owner has seen, once anything was corrected or deleted', () => {
    fc.assert(
      fc.property(rows, (found) => {
        const parts = found.map(({ energyWh, owners, isDeleted }, index) => ({
          session: measured({ id: index, energyWh }),
          edits: {
            editedAt: 1,
            ...(owners === undefined ? {} : { corrected: { energyWh: owners } }),
            ...(isDeleted ? { deletedAt: 2 } : {}),
          },
        }));
        const isTouched = found.some((one) => one.owners !== undefined || one.isDeleted);
        const alive = found.filter((one) => !one.isDeleted);
        const joined = joinedEdits(parts);
        expect(joined?.deletedAt !== undefined).toBe(alive.length === 0);
        if (!isTouched || alive.length === 0) return;
        const seen = alive.reduce((sum, one) => sum + (one.owners ?? one.energyWh), 0);
        expect(told(measured({ energyWh: 123_456 }), joined).energyWh).toBe(seen);
      }),
    );
  });

  it.each<[string, readonly (Omit<Edits, 'editedAt'> | undefined)[], object | undefined]>([
    ['nothing where nothing was said', [undefined, undefined], undefined],
    ['the only tag', [{ tag: 'business' }, undefined], { tag: 'business' }],
    ['no tag where they differ', [{ tag: 'business' }, { tag: 'private' }], {}],
    ['all notes, each once', [{ note: 'a' }, { note: 'b' }, { note: 'a' }], { note: 'a\nb' }],
    [
      'the sum of costs where one was entered',
      [{ corrected: { cost: entered } }, undefined],
      { corrected: { cost: { ...entered, amount: '12.1' } } },
    ],
  ])('have %s', (_, said, joined) => {
    const parts = said.map((edits) => ({
      session: measured(),
      ...(edits ? { edits: { ...edits, editedAt: 5 } } : {}),
    }));
    expect(joinedEdits(parts)).toEqual(joined && { ...joined, editedAt: 5 });
  });
});
