import type { Plugin } from 'vite';

const name = '\0undici-core';

/** What its main file does for the part that we use. */
const core = `
import api from 'undici/lib/api/index.js';
import errors from 'undici/lib/core/errors.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
Object.assign(Dispatcher.prototype, api);
export { Agent, Client, errors, ProxyAgent };
`;

/**
 * Takes of undici what makes requests over agents of one's own. Its main file also brings fetch,
 * web sockets, caches and mocks: half of it, which no bundler can shake off.
 */
export function undiciCore(): Plugin {
  return {
    name: 'undici-core',
    enforce: 'pre',
    resolveId: (source) => (source === 'undici' ? name : undefined),
    load: (id) => (id === name ? core : undefined),
  };
}
