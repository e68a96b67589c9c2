import { parseDetectionOptions, type DetectionOptionsInput } from 'foreband-detector';

describe('parseDetectionOptions', () => {
  it('switches every filter off by default', () => {
    expect(parseDetectionOptions()).toEqual({
      thresholdMultiplier: 2,
      direction: 'both',
      minDeviationAbsolute: 0,
      minDeviationRelative: 0,
      n: 1,
      m: 1,
      normalRange: null,
      limits: null,
      exclusions: [],
    });
  });

  it('leaves a side of a range open that is not given, and knows no range without both', () => {
    expect(parseDetectionOptions({ limits: { upper: 0.9 } }).limits).toEqual({ lower: -Infinity, upper: 0.9 });
    expect(parseDetectionOptions({ limits: { lower: null }, normalRange: {} })).toMatchObject({
      limits: null,
      normalRange: null,
    });
  });

  it('sorts and joins exclusions', () => {
    const exclusions = [
      { start: 5, end: 9 },
      { start: 1, end: 6 },
    ];
    expect(parseDetectionOptions({ exclusions }).exclusions).toEqual([{ start: 1, end: 9 }]);
  });

  it('accepts what it returned', () => {
    const options = parseDetectionOptions({ n: 2, m: 3, limits: { upper: 1 }, normalRange: { upper: 0.2 } });
    expect(parseDetectionOptions(options)).toEqual(options);
  });

  const refused: readonly (readonly [DetectionOptionsInput, string])[] = [
    [{ thresholdMultiplier: 0 }, 'invalid thresholdMultiplier: 0 (expected a number above 0)'],
    [{ thresholdMultiplier: NaN }, 'invalid thresholdMultiplier: NaN (expected a number above 0)'],
    [{ n: 5, m: 3 }, 'invalid n: 5 (expected 1 to m = 3)'],
    [{ n: 0 }, 'invalid n: 0 (expected 1 to m = 1)'],
    [{ m: 2.5 }, 'invalid m: 2.5 (expected 1 to 1000)'],
    [{ minDeviationAbsolute: -1 }, 'invalid minDeviationAbsolute: -1 (expected 0 or more)'],
    [{ minDeviationRelative: Infinity }, 'invalid minDeviationRelative: Infinity (expected 0 or more)'],
    [{ limits: { lower: 2, upper: 1 } }, 'invalid limits: 2 to 1 (expected lower at most upper)'],
    [
      { limits: { upper: 0.9 }, normalRange: { upper: 0.95 } },
      'invalid normalRange: -Infinity to 0.95 (expected within the limits -Infinity to 0.9)',
    ],
    [{ exclusions: [{ start: 3, end: 1 }] }, 'invalid time span: 3 to 1 (expected start at most end)'],
  ];
  it.each(refused)('refuses %j with "%s"', (input, message) => {
    expect(() => parseDetectionOptions(input)).toThrow(new RangeError(message));
  });

  it('refuses a direction that does not exist', () => {
    const input: DetectionOptionsInput = JSON.parse('{"direction":"up"}');
    expect(() => parseDetectionOptions(input)).toThrow('invalid direction: up (expected both, above or below)');
  });
});
