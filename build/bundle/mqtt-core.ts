import type { Plugin } from 'vite';

const name = '\0mqtt-core';
const timers = '\0mqtt-timers';

const modules = new Map([
  [name, `import MqttClient from 'mqtt/lib/client';\nexport { MqttClient };`],
  // Nobody asks for them but a page that a browser slows down.
  [timers, 'export const setInterval = undefined;\nexport const clearInterval = undefined;'],
]);

/**
 * Takes of MQTT.js what speaks over a stream of one's own. Its main file also brings WebSockets, proxies
 * and a command line, and for streams and timers it has packages that Node does not need.
 */
export function mqttCore(): Plugin {
  return {
    name: 'mqtt-core',
    enforce: 'pre',
    resolveId(source) {
      if (source === 'mqtt') return name;
      if (source === 'worker-timers') return timers;
      return source === 'readable-stream' ? { id: 'node:stream', external: true } : undefined;
    },
    load: (id) => modules.get(id),
  };
}
