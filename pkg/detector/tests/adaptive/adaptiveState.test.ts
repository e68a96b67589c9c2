import { adaptiveStepProblem, parseAdaptiveState } from 'foreband-detector';

const stored = {
  stepMs: 300_000,
  end: 1_767_571_200_000,
  ageMs: 2_419_200_000,
  scale: 1.5,
  recurring: { above: [{ startMs: 7_200_000, endMs: 9_000_000, size: 12 }], below: [] },
  unrest: { mean: 0.8, deviation: 0.1 },
  biasScale: 0.5,
  budget: 1.25,
};

describe('parseAdaptiveState(value)', () => {
  it('reads what was stored, and leaves out what it does not know', () => {
    expect(parseAdaptiveState(JSON.parse(JSON.stringify({ ...stored, later: 1 })))).toEqual(stored);
    expect(parseAdaptiveState({ ...stored, unrest: null, biasScale: null })).toEqual({
      ...stored,
      unrest: null,
      biasScale: null,
    });
  });

  it.each<[name: string, value: unknown, message: string]>([
    ['no object', 'state', 'invalid state: "state" (expected an object)'],
    ['no step', { ...stored, stepMs: 7 }, 'invalid state.stepMs: 7 (expected milliseconds that divide a day)'],
    ['no end', { ...stored, end: null }, 'invalid state.end: null (expected epoch milliseconds)'],
    ['a negative age', { ...stored, ageMs: -1 }, 'invalid state.ageMs: -1 (expected 0 or more)'],
    ['no scale', { ...stored, scale: 0 }, 'invalid state.scale: 0 (expected above 0)'],
    ['a scale as text', { ...stored, scale: '1' }, 'invalid state.scale: "1" (expected above 0)'],
    ['no unrest', { ...stored, unrest: undefined }, 'invalid state.unrest: undefined (expected an object)'],
    [
      'half an unrest',
      { ...stored, unrest: { mean: 1 } },
      'invalid state.unrest.deviation: undefined (expected above 0)',
    ],
    ['a bias of 0', { ...stored, biasScale: 0 }, 'invalid state.biasScale: 0 (expected above 0, or null)'],
    ['a budget below 1', { ...stored, budget: 0.5 }, 'invalid state.budget: 0.5 (expected 1 to 10)'],
    [
      'what recurs as an object',
      { ...stored, recurring: { above: {}, below: [] } },
      'invalid state.recurring.above: {} (expected a list of at most 288)',
    ],
    [
      'an overlap',
      {
        ...stored,
        recurring: { below: [], above: [stored.recurring.above[0], { startMs: 7_500_000, endMs: 9_300_000, size: 1 }] },
      },
      'invalid state.recurring.above[1].startMs: 7500000 (expected a multiple of 300000 from 9000000 on)',
    ],
    [
      'an end after midnight',
      { ...stored, recurring: { above: [], below: [{ startMs: 0, endMs: 86_700_000, size: 1 }] } },
      'invalid state.recurring.below[0].endMs: 86700000 (expected a multiple of 300000 from 300000 to 86400000)',
    ],
    [
      'no size',
      { ...stored, recurring: { above: [], below: [{ startMs: 0, endMs: 300_000, size: 0 }] } },
      'invalid state.recurring.below[0].size: 0 (expected above 0)',
    ],
  ])('refuses %s, naming the field', (_, value, message) => {
    expect(() => parseAdaptiveState(value)).toThrow(new RangeError(message));
  });

  it('calls the state what it is told', () => {
    expect(() => parseAdaptiveState(null, 'model.adaptive')).toThrow(
      'invalid model.adaptive: null (expected an object)',
    );
  });
});

describe('adaptiveStepProblem(stepMs)', () => {
  it.each([60_000, 300_000, 3_600_000, 86_400_000])('has nothing against %d ms, which divide a day', (stepMs) => {
    expect(adaptiveStepProblem(stepMs)).toBeUndefined();
  });

  it('says in a sentence why another step falls back to the classic score', () => {
    expect(adaptiveStepProblem(420_000)).toBe(
      'The adaptive score needs a step that divides a day, such as 5 or 10 minutes; 7 min does not, so the classic score is used.',
    );
  });
});
