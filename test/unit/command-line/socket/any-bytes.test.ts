import { expect, it } from 'vitest';
import { fc } from '../../../fixtures/properties.ts';
import { asking, listening, Stranger } from './socket-bench.ts';

const calls = ['chargers', 'execute', 'choosePlan', 'showPlan', 'refresh', 'toString', '__proto__'];
const anyLine = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json().map((json) => Buffer.from(`${json}\n`)),
  fc
    .record({
      v: fc.constantFrom(1, 1, 1, 2, '1'),
      call: fc.constantFrom(...calls),
      request: fc.jsonValue(),
    })
    .map((line) => Buffer.from(`${JSON.stringify(line)}\n`)),
);

it('whatever is said, every whole line is answered, and the next one who calls as well', async () => {
  const { address } = await listening();
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 6 }), async (parts) => {
      const said = Buffer.concat(parts);
      const whole = said.filter((byte) => byte === 10).length;
      const stranger = new Stranger(address).says(said);
      for (let answered = 0; answered < whole; answered += 1) {
        expect(await stranger.line()).toMatchObject({ v: 1, ok: expect.any(Boolean) });
      }
      stranger.socket.destroy();
      const next = new Stranger(address).says(asking('refresh'));
      expect(await next.line()).toEqual({ v: 1, ok: true, value: null });
      next.socket.destroy();
    }),
    { numRuns: 60 },
  );
});
