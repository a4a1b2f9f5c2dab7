import { describe, expect, it } from 'vitest';
import type { ChargerRecord } from '../../../electron/charging/record.ts';
import { parsed } from '../../../electron/command-line/parse.ts';
import { run } from '../../../electron/command-line/run.ts';
import { LinkFault } from '../../../electron/command-line/socket/link.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { aRecord, FakeTerminal, stateOf } from '../../fakes/fake-terminal.ts';

/** A terminal that watches, and the app at the other end of its line. */
class Watched extends FakeTerminal {
  #tell: (state: unknown) => void = () => undefined;
  #lose: (fault: LinkFault) => void = () => undefined;
  isThere = true;

  override connect: FakeTerminal['connect'] = async () => {
    if (!this.isThere) return undefined;
    return {
      ask: (_call, _request, heard) =>
        new Promise((_resolve, reject) => {
          this.#tell = heard ?? this.#tell;
          this.#lose = reject;
        }),
      close: () => undefined,
    };
  };

  async watch(...args: readonly string[]): Promise<this> {
    const what = parsed(args);
    if (what.kind === 'typed') void run(what.typed, this);
    await turns(5);
    return this;
  }

  tell(...chargers: readonly ChargerRecord[]): void {
    this.#tell(stateOf(chargers));
  }

  async end(): Promise<void> {
    this.isThere = false;
    this.#lose(new LinkFault('lost'));
    await turns(5);
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
    await turns(5);
  }
}

const { lost, notRunning, nothing } = english.commandLine;

describe.each(['watch', '--watch'])('%s', (word) => {
  it('says at first all, then only what has changed', async () => {
    const terminal = await new Watched().watch(word);
    terminal.tell(aRecord('Garage'), aRecord('Yard'));
    expect(terminal.said).toEqual(['Garage: Ready', 'Yard: Ready']);
    terminal.tell(aRecord('Garage', 'charging', { powerW: 7000 }), aRecord('Yard'));
    terminal.tell(aRecord('Garage', 'charging', { powerW: 7400 }), aRecord('Yard'));
    expect(terminal.said.slice(2)).toEqual([expect.stringMatching(/^Garage: Charging 7\.0/)]);
  });

  it('writes an object in a line of its own for each change', async () => {
    const terminal = await new Watched().watch(word, '--json');
    terminal.tell(aRecord('Garage'));
    terminal.tell(aRecord('Garage', 'charging'));
    const states = terminal.said.map((line) => JSON.parse(line).state);
    expect(states).toEqual(['available', 'charging']);
    expect('energyWh' in JSON.parse(terminal.said[0] ?? '')).toBe(word === 'watch');
  });

  it('goes on over a restart of the app, of which it says a word', async () => {
    const terminal = await new Watched().watch(word);
    terminal.tell(aRecord('Garage'));
    await terminal.end();
    expect(terminal.muttered).toEqual([lost]);
    expect(terminal.said).toEqual([
      'Garage: Ready',
      expect.stringMatching(/^Garage: Ready · as of/),
    ]);
    await terminal.pass(10_000);
    expect(terminal.muttered).toEqual([lost]);
    terminal.isThere = true;
    await terminal.pass(1000);
    terminal.tell(aRecord('Garage'));
    expect(terminal.said.at(-1)).toBe('Garage: Ready');
    expect(terminal.said).toHaveLength(3);
    await terminal.end();
    expect(terminal.muttered).toEqual([lost, lost]);
  });

  it('says what was known last while the app does not run, and what comes once it does', async () => {
    const terminal = new Watched();
    Object.assign(terminal, { isThere: false, running: false });
    terminal.remember(aRecord('Garage'));
    await terminal.watch(word);
    expect(terminal.muttered).toEqual([notRunning]);
    expect(terminal.said).toEqual([expect.stringMatching(/^Garage: Ready · as of/)]);
    terminal.isThere = true;
    await terminal.pass(1000);
    terminal.tell(aRecord('Garage', 'paused'));
    expect(terminal.said.slice(1)).toEqual(['Garage: Paused']);
  });

  it('says once that there is nothing to be watched', async () => {
    const terminal = await new Watched().watch(word);
    terminal.tell();
    terminal.tell();
    expect(terminal.muttered).toEqual([nothing]);
  });
});

it('watches one charger where one is named', async () => {
  const terminal = await new Watched().watch('watch', '--charger=yard');
  terminal.tell(aRecord('Garage'), aRecord('Yard'));
  terminal.tell(aRecord('Garage', 'paused'), aRecord('Yard'));
  terminal.tell(aRecord('Garage', 'paused'), aRecord('Yard', 'paused'));
  expect(terminal.said).toEqual(['Yard: Ready', 'Yard: Paused']);
});
