import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Events } from '../shared/ipc/contract.ts';
import { bridgeName, callNames, channel, eventNames } from '../shared/ipc/names.ts';

/** What the page gets of the main process: the calls and events of the contract by name. */
const bridge: Bridge = {
  call: (name, request) =>
    callNames.includes(name)
      ? ipcRenderer.invoke(channel(name), request)
      : Promise.resolve({ ok: false, failure: 'badRequest' }),
  on(name, heard) {
    if (!eventNames.includes(name)) return () => undefined;
    // The event itself stays here: it leads back to everything that Electron can send.
    const listener = (_event: unknown, told: Events[typeof name]): void => heard(told);
    ipcRenderer.on(channel(name), listener);
    return () => void ipcRenderer.off(channel(name), listener);
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
