import { createFleet, injectionKinds, parseScenario, type Scenario } from 'foreband-detector';

describe('parseScenario', () => {
  it('plants every kind of anomaly by default', () => {
    expect(parseScenario().anomalyKinds).toEqual(injectionKinds);
  });

  const refused: readonly (readonly [Partial<Scenario>, string])[] = [
    [{ seed: 0.5 }, 'invalid seed: 0.5 (expected a whole number, -2147483648 to 4294967295)'],
    [{ nAnomaliesPerWeek: 8 }, 'invalid nAnomaliesPerWeek: 8 (expected a whole number, 0 to 7)'],
    [{ peakHour: 25 }, 'invalid peakHour: 25 (expected 0 to 24)'],
    [{ noise: -0.1 }, 'invalid noise: -0.1 (expected 0 to 1)'],
    [{ baseLoad: NaN }, 'invalid baseLoad: NaN (expected 0 to 1)'],
  ];
  it.each(refused)('refuses %j with "%s"', (input, message) => {
    expect(() => parseScenario(input)).toThrow(new RangeError(message));
  });

  it('refuses a kind that does not exist', () => {
    const input: Partial<Scenario> = JSON.parse('{"anomalyKinds":["spike","bump"]}');
    expect(() => parseScenario(input)).toThrow(/^invalid anomalyKinds: bump \(expected some of spike, /);
  });
});

describe('createFleet', () => {
  it('names its instances by role and number', () => {
    expect(createFleet(1, 5).map(({ instance }) => instance)).toEqual([
      'web-1:9100',
      'db-1:9100',
      'batch-1:9100',
      'web-2:9100',
      'db-2:9100',
    ]);
  });

  it('gives every instance a seed of its own, the same for the same fleet', () => {
    expect(new Set(createFleet(1, 50).map(({ seed }) => seed)).size).toBe(50);
    expect(createFleet(1, 3)).toEqual(createFleet(1, 5).slice(0, 3));
    expect(createFleet(2, 1)[0].seed).not.toBe(createFleet(1, 1)[0].seed);
  });

  it('refuses an empty fleet', () => {
    expect(() => createFleet(1, 0)).toThrow(new RangeError('invalid nInstances: 0 (expected 1 to 1000)'));
  });
});
