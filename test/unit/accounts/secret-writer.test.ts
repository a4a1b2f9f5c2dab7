import { beforeEach, expect, it } from 'vitest';
import { SecretWriter } from '../../../electron/accounts/secret-writer.ts';
import { PromptOnce } from '../../../electron/ports/vault.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { FakeVault } from '../../fakes/fake-vault.ts';

let vault: FakeVault;
let writer: SecretWriter;
beforeEach(async () => {
  vault = new FakeVault();
  writer = new SecretWriter(vault, 'a', () => undefined);
  vault.failure = 'locked';
  writer.write('old');
  await writer.idle();
  vault.failure = undefined;
  vault.prompting.length = 0;
});

it('what was not taken does not come after what is newer', async () => {
  vault.holds = true;
  writer.write('new', new PromptOnce());
  writer.writeAgain();
  await turns();
  vault.holds = false;
  vault.answer();
  await writer.idle();
  expect(vault.kept.get('a')).toBe('new');
});

it('leave for a prompt that comes while a write without it is under way is for the next', async () => {
  vault.holds = true;
  writer.write('new');
  writer.writeAgain(new PromptOnce());
  await turns();
  vault.holds = false;
  vault.answer();
  await writer.idle();
  expect(vault.prompting).toEqual(['write a']);
  expect(vault.kept.get('a')).toBe('new');
});

it('nothing is written again that was taken, or that nobody wants any more', async () => {
  writer.writeAgain(new PromptOnce());
  await writer.idle();
  writer.writeAgain(new PromptOnce());
  await writer.idle();
  expect(vault.calls).toEqual(['write a', 'write a']);
  vault.failure = 'absent';
  writer.write('unwanted');
  await writer.idle();
  writer.drop();
  writer.writeAgain(new PromptOnce());
  await writer.idle();
  expect(vault.calls).toHaveLength(3);
});
