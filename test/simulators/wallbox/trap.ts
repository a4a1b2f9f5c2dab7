import { type LoopbackServer, startLoopbackServer } from '../shared/loopback-server.ts';
import { sendReply } from '../shared/reply.ts';
import type { World } from './world.ts';

/**
 * Another host, at which no request may ever arrive: it stands behind redirects and, when asked,
 * behind the internal links in payloads. Named `localhost`, so that name and port both differ.
 */
export async function startTrap(world: World): Promise<LoopbackServer> {
  const server = await startLoopbackServer((request, response) => {
    const carried = request.headers.authorization === undefined ? 'without' : 'with';
    world.blame('left-the-host', null, `${request.method} ${request.url} ${carried} a token`);
    sendReply(response, { status: 200, body: {} });
  });
  return { ...server, url: `http://localhost:${server.port}` };
}
