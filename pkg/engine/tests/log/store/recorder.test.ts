import type { LogEntry } from '../../../src/log/logEvent.js';
import type { Verbosity } from '../../../src/log/logLevel.js';
import { anomaly, measurement } from '../entries.js';

import { createRecorder } from '../../../src/log/store/recorder.js';

function logWith(verbosity: Verbosity) {
  const added: LogEntry[] = [];
  const store = {
    verbosity: () => Promise.resolve(verbosity),
    add: (entries: readonly LogEntry[]) => {
      added.push(...entries);
      return Promise.resolve();
    },
  };
  return { added, recorder: createRecorder(store) };
}

describe('a recorder', () => {
  it.each<[Verbosity, string[]]>([
    ['debug', ['cpu_measurement', 'anomaly_detected']],
    ['info', ['anomaly_detected']],
    ['warning', ['anomaly_detected']],
    ['error', []],
    ['off', []],
  ])('writes at verbosity %s: %j', async (verbosity, types) => {
    const { added, recorder } = logWith(verbosity);
    await recorder.record([measurement(1), anomaly(2)]);
    expect(added.map(({ type }) => type)).toEqual(types);
  });

  it('says why nothing is kept once the browser refuses, and does not ask it again', async () => {
    const add = jest.fn(() => Promise.reject(new Error('the quota is exceeded')));
    const recorder = createRecorder({ verbosity: () => Promise.resolve('info'), add });
    expect(await recorder.record([anomaly(1)])).toBe('the quota is exceeded');
    expect(await recorder.record([anomaly(2)])).toBe('the quota is exceeded');
    expect(add).toHaveBeenCalledTimes(1);
  });

  it('writes in the order of being asked', async () => {
    const { added, recorder } = logWith('info');
    await Promise.all([recorder.record([anomaly(3)]), recorder.record([anomaly(1)])]);
    expect(added.map(({ time }) => time)).toEqual([3, 1]);
  });
});
