const aWindow = { isOn: true, days: [1, 7], from: 1320, until: 300 };
const anEdit = (edit: unknown) => ({ chargerId: 'a/1', edit, seen: [] });

/** What the calls about a charger's own schedules take, and what they must not take. */
export const scheduleCalls = {
  getSchedules: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: '' }] },
  changeSchedules: {
    takes: [
      anEdit({ kind: 'add', entry: aWindow }),
      anEdit({ kind: 'set', slot: 0, entry: { ...aWindow, energyWh: 12_000, limitA: 16 } }),
      { ...anEdit({ kind: 'remove', slot: 3 }), seen: [{ slot: 3, entry: aWindow }] },
    ],
    refuses: [
      anEdit(undefined),
      anEdit({ kind: 'add', slot: 0 }),
      anEdit({ kind: 'set', entry: aWindow }),
      anEdit({ kind: 'remove', slot: -1 }),
      anEdit({ kind: 'add', entry: { ...aWindow, days: [] } }),
      anEdit({ kind: 'add', entry: { ...aWindow, days: [1, 1] } }),
      anEdit({ kind: 'add', entry: { ...aWindow, days: [0] } }),
      anEdit({ kind: 'add', entry: { ...aWindow, from: 1440 } }),
      anEdit({ kind: 'add', entry: { ...aWindow, until: aWindow.from } }),
      anEdit({ kind: 'add', entry: { ...aWindow, energyWh: 0 } }),
      anEdit({ kind: 'add', entry: { ...aWindow, target: { type: 1 } } }),
      { ...anEdit({ kind: 'remove', slot: 3 }), seen: [{ slot: 3 }] },
      { ...anEdit({ kind: 'remove', slot: 3 }), body: [] },
    ],
  },
};
