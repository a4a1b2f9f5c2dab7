import { describe, expect, it } from 'vitest';
import { reduce } from '../../../electron/charging/reduce.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { Story } from './story.ts';

describe('whether a charger has a schedule', () => {
  const cases: Record<string, { story: () => Story; has: boolean | undefined }> = {
    'is not known of one that was never seen on it': {
      story: () => new Story().read(0, 'available').read(2, 'paused'),
      has: undefined,
    },
    'is known of one that waits for its start': {
      story: () => new Story().read(0, 'scheduled'),
      has: true,
    },
    'stays known when somebody holds it back by hand': {
      story: () => new Story().read(0, 'scheduled').read(2, 'charging').read(4, 'paused'),
      has: true,
    },
    'outlives a silence, and the end of the app': {
      story: () => new Story().read(0, 'scheduled').fail(2).gap().read(9, 'paused'),
      has: true,
    },
    'is known once the charger says it': {
      story: () =>
        new Story()
          .read(0, 'scheduled')
          .read(2, 'paused', { hasSchedule: false })
          .read(4, 'paused'),
      has: false,
    },
    'is not forgotten with the reply to a command': {
      story: () => {
        const observation = anObservation('paused', { limitA: 6 });
        const { record } = new Story().read(0, 'scheduled');
        return new Story(reduce(record, { kind: 'replied', observation }, cloudPatience));
      },
      has: true,
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, has }) => {
    expect(lastObservation(story().record.reading)?.hasSchedule).toBe(has);
  });
});
