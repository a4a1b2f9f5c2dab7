/** A text of a catalogue, and where it stands: `historyText.list.count(2)`. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/** Arguments for functions that take more than names and numbers, by where they stand. */
export type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>;

const plain: readonly unknown[] = ['Garage', 0, 1, 2, 5000, ['A', 'B']];

/** What a function is called with of which only the number of arguments is known. */
const values: readonly unknown[] = [...plain, ...plain.map(allBeing)];

/** Named values, whatever their names, that are all the same. */
function allBeing(value: unknown): object {
  return new Proxy({}, { get: () => value });
}

/** Every text of a module, and everything that its functions say. */
export function saidBy(module: object, samples: Samples): readonly Said[] {
  return Object.entries(module).flatMap(([name, part]) => saidIn(part, name, samples));
}

function saidIn(part: unknown, where: string, samples: Samples): readonly Said[] {
  if (typeof part === 'string') return [{ where, text: part }];
  if (typeof part === 'function') return saidWhenCalled(part, where, samples);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, one]) => saidIn(one, `${where}.${key}`, samples));
}

function saidWhenCalled(say: CallableFunction, where: string, samples: Samples): readonly Said[] {
  const given = samples[where];
  const calls = given ?? values.map((value) => Array.from({ length: say.length }, () => value));
  const said = calls.flatMap((args) => {
    const result = given ? say(...args) : resultOf(say, args);
    return saidIn(result, `${where}(${JSON.stringify(args).slice(1, -1)})`, samples);
  });
  const whole = said.filter(({ text }) => !/undefined|NaN|\[object/.test(text));
  if (whole.length === 0) throw new Error(`${where} needs sample arguments in wording.test.ts`);
  return whole;
}

/** A value of the wrong kind may make it throw; it then says nothing. */
function resultOf(say: CallableFunction, args: readonly unknown[]): unknown {
  try {
    return say(...args);
  } catch {
    return undefined;
  }
}
