import type { BrokerFailure, BrokerState } from '../domain/app/broker.ts';
import { exhaustive } from '../exhaustive.ts';
import { clockTime, type FormatOptions } from './format.ts';
import { messages } from './messages.ts';
import type { Platform } from './platform.ts';

/** Why there is no connection to the broker and what helps, each in a sentence; then its own words. */
export function brokerFailureSentences(why: BrokerFailure, platform: Platform): readonly string[] {
  const said = 'said' in why ? why.said : undefined;
  const sentence = failureSentence(why, platform);
  return said ? [sentence, messages.broker.said(said)] : [sentence];
}

function failureSentence(why: BrokerFailure, platform: Platform): string {
  const words = messages.broker.failures;
  switch (why.kind) {
    case 'unreachable':
      return words[why.why ?? 'unreachable'];
    case 'refused':
      return words.refused(String(why.code));
    case 'keychainLocked':
      return words.keychainLocked(messages.keychainNames[platform]);
    case 'timedOut':
    case 'notUnderstood':
    case 'oldTls':
    case 'untrusted':
    case 'certificateChanged':
    case 'signInRefused':
    case 'unavailable':
    case 'lost':
    case 'nameInUse':
    case 'passwordNeeded':
      return words[why.kind];
    default:
      return exhaustive(why);
  }
}

/** How it stands with the broker. `now` is epoch ms. */
export function brokerStateSentence(
  state: BrokerState,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  const words = messages.broker;
  switch (state.phase) {
    case 'connecting':
      return words.connecting;
    case 'connected':
      return words.connected(clockTime(state.since, now, formatOptions));
    case 'waiting':
      return words.waiting(clockTime(state.retryAt, now, formatOptions));
    case 'refused':
      return words.refused;
    default:
      return exhaustive(state);
  }
}
