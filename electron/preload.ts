import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName } from '../shared/ipc/names.ts';
import { bridgeOver } from './platform/electron/window/bridge-over.ts';

contextBridge.exposeInMainWorld(bridgeName, bridgeOver(ipcRenderer));
