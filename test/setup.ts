import { afterAll, afterEach, beforeAll } from 'vitest';
import { phrases as english } from '../shared/languages/en.ts';
import { speak } from '../shared/text/messages.ts';
import { attempts, sealNetwork } from './seal.ts';

sealNetwork();

// Only while tests run: whatever is said when a file is loaded would stay in the language of then.
beforeAll(() => speak(english));
afterEach(() => speak(english));
afterAll(() => speak(undefined as never));

afterEach(() => {
  const tried = attempts.splice(0);
  if (tried.length > 0) throw new Error(`A test tried to reach the network: ${tried.join(', ')}`);
});
