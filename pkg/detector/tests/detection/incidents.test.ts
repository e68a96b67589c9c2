import {
  adaptiveScoring,
  detect,
  parseDetectionOptions,
  replayScoring,
  severityAt,
  type AdaptiveState,
  type Detection,
  type DetectionOptionsInput,
} from 'foreband-detector';

const HALF_HOUR = 1_800_000;
const HOUR = 3_600_000;

// With yhat 10 and an interval of 9 to 11 the band is 8 to 12.
const values: Readonly<Record<string, number>> = { '.': 10, '^': 13, A: 17, v: 7, V: 3, ' ': NaN };

/** Detects on points half an hour apart, one character each, with the classic score: `A` and `V` are critical. */
function detectHours(pattern: string, input: DetectionOptionsInput = {}): Detection {
  const time = Float64Array.from(pattern, (_, row) => row * HALF_HOUR);
  const y = Float64Array.from(pattern, (point) => values[point]);
  const forecast = { time, yhat: time.map(() => 10), yhatLower: time.map(() => 9), yhatUpper: time.map(() => 11) };
  return detect(time, y, forecast, parseDetectionOptions(input));
}

/** Incidents as the places of their first and last row and their pages, such as `1-4 opened 1, critical 3`. */
function incidentsOf({ incidents }: Detection): readonly string[] {
  return incidents.map(({ start, end, pages, isOpen }) => {
    const told = pages.map(({ kind, time }) => `${kind} ${time / HALF_HOUR}`).join(', ');
    return `${start / HALF_HOUR}-${end / HALF_HOUR} ${told}${isOpen ? ', open' : ''}`;
  });
}

describe('the incidents of detect(time, y, forecast, options)', () => {
  it.each([
    { pattern: '........', input: {}, expected: [], what: 'none where nothing is anomalous' },
    { pattern: '.^........', input: {}, expected: ['1-1 opened 1'], what: 'over after more than three hours below' },
    { pattern: '.^......', input: {}, expected: ['1-1 opened 1, open'], what: 'open for three hours' },
    { pattern: '.^......      ', input: {}, expected: ['1-1 opened 1, open'], what: 'not ended by missing points' },
    { pattern: '.^.....^.......', input: {}, expected: ['1-7 opened 1'], what: 'one over three hours between' },
    { pattern: '.^......^.......', input: {}, expected: ['1-1 opened 1', '8-8 opened 8'], what: 'two over more' },
    { pattern: '.^v^v.......', input: {}, expected: ['1-4 opened 1'], what: 'one on both sides' },
    {
      pattern: '.^.A.A.......',
      input: {},
      expected: ['1-5 opened 1, critical 3'],
      what: 'paging once more when critical',
    },
    { pattern: '.A.^.A.......', input: {}, expected: ['1-5 opened 1'], what: 'paging once when critical at once' },
    {
      pattern: '.^.^^.......',
      input: { n: 2, m: 2 },
      expected: ['3-4 opened 4'],
      what: 'paging when N of M is reached',
    },
    {
      pattern: '.^A........',
      input: { n: 2, m: 2 },
      expected: ['1-2 opened 2'],
      what: 'paging once where both come together',
    },
    {
      pattern: '.^.v.......',
      input: { direction: 'below' as const },
      expected: ['3-3 opened 3'],
      what: 'without what a filter suppressed',
    },
  ])('are in "$pattern" $expected: $what', ({ pattern, input, expected }) => {
    expect(incidentsOf(detectHours(pattern, input))).toEqual(expected);
  });

  it('describe their peak, its side, its branch, and at which multiplier it would just page', () => {
    expect(detectHours('.^.V^.......').incidents).toEqual([
      {
        start: HALF_HOUR,
        end: 4 * HALF_HOUR,
        direction: 'below',
        peakTime: 3 * HALF_HOUR,
        peakValue: 3,
        expected: 10,
        peakScore: expect.closeTo(3.5, 6),
        severity: 'critical',
        nPoints: 3,
        confirmedAt: HALF_HOUR,
        isOpen: false,
        branch: 'spike',
        peakMultiplier: expect.closeTo(7, 6),
        pages: [
          { time: HALF_HOUR, kind: 'opened' },
          { time: 3 * HALF_HOUR, kind: 'critical' },
        ],
      },
    ]);
  });

  it('name the limit where only that was passed', () => {
    const { incidents, branch } = detectHours('..^........', { limits: { upper: 12.5 }, thresholdMultiplier: 6 });
    expect(incidents).toMatchObject([{ branch: 'limit', severity: 'low' }]);
    expect([...branch.subarray(0, 3)]).toEqual([1, 1, 4]);
  });
});

const state: AdaptiveState = {
  stepMs: HALF_HOUR,
  end: 0,
  ageMs: 28 * 24 * HOUR,
  scale: 1,
  recurring: { above: [], below: [] },
  unrest: null,
  biasScale: null,
  budget: 2,
};

/** Detects on points half an hour apart that deviate so far from a forecast of 100, with the adaptive score. */
function detectAdaptive(
  deviations: readonly number[],
  input: DetectionOptionsInput = {},
  known: AdaptiveState = state,
) {
  const time = Float64Array.from(deviations, (_, row) => row * HALF_HOUR);
  const y = Float64Array.from(deviations, (deviation) => 100 + deviation);
  const flat = time.map(() => 100);
  const forecast = { time, yhat: flat, yhatLower: flat, yhatUpper: flat };
  const context = { isDegenerate: false, scale: 100, scoring: adaptiveScoring(known) };
  return detect(time, y, forecast, parseDetectionOptions(input), context);
}

describe('detect(time, y, forecast, options, { scoring: adaptiveScoring(state) })', () => {
  it('calls what reaches the threshold anomalous, and classes it in units of the threshold', () => {
    // The budget doubles the threshold: 12 scales page, 24 are twice the threshold.
    const detection = detectAdaptive([0, 11.9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30]);
    expect([...detection.anomalous]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(detection.incidents).toMatchObject([{ severity: 'high', direction: 'above', branch: 'spike' }]);
    expect(severityAt(detection, 11)).toBe('high');
    expect([detection.bandLower[0], detection.bandUpper[0]]).toEqual([88, 112]);
  });

  it('takes a series that comes back from an incident for normal, though its hours keep the incident open', () => {
    const back = [...new Array<number>(20).fill(0)];
    const { anomalous, incidents, bandLower } = detectAdaptive([0, 0, 400, 400, ...back]);
    expect([...anomalous.subarray(0, 6)]).toEqual([0, 0, 1, 1, 0, 0]);
    expect(incidents).toMatchObject([{ start: HOUR, end: 1.5 * HOUR, isOpen: false }]);
    expect(bandLower[4]).toBe(88);
    // Eight hours from its last row: four of level, three of quiet.
    expect(detectAdaptive([0, 0, 400, 400, ...back.slice(0, 12)]).incidents).toMatchObject([{ isOpen: true }]);
  });

  it('is not kept open by hours that are excluded', () => {
    const deviations = [0, 0, 400, 400, ...new Array<number>(10).fill(0), 30];
    const exclusions = [{ start: 4 * HALF_HOUR, end: 13 * HALF_HOUR }];
    expect(detectAdaptive(deviations).incidents).toHaveLength(1);
    expect(detectAdaptive(deviations, { exclusions }).incidents).toHaveLength(2);
  });

  it('applies the same filters', () => {
    const deviations = [0, 0, 20, 0, 0, -20];
    expect(detectAdaptive(deviations, { direction: 'below' }).suppressed).toMatchObject([{ reason: 'direction' }]);
    expect(detectAdaptive(deviations, { minDeviationAbsolute: 25 }).anomalies).toEqual([]);
    expect(detectAdaptive(deviations, { normalRange: { upper: 120 } }).suppressed).toHaveLength(2);
    expect(detectAdaptive(deviations, { n: 2, m: 2 }).suppressed).toMatchObject([
      { reason: 'nOfM' },
      { reason: 'nOfM' },
    ]);
  });

  it('holds limits while the series is learning, and nothing else', () => {
    const young = { ...state, ageMs: 0 };
    const { score, learningUntil, incidents } = detectAdaptive([0, 50, -50], { limits: { upper: 140 } }, young);
    expect([...score]).toEqual([0, 0, 0]);
    expect(learningUntil).toBe(24 * HOUR);
    expect(incidents).toMatchObject([{ branch: 'limit', start: HALF_HOUR, end: HALF_HOUR, severity: 'low' }]);
  });

  it('leads in from rows that are no part of the answer', () => {
    const lead = Float64Array.from({ length: 12 }, (_, row) => (row - 12) * HALF_HOUR);
    const high = lead.map(() => 110);
    const forecast = { time: lead, yhat: lead.map(() => 100), yhatLower: high, yhatUpper: high };
    const scoring = adaptiveScoring(state, { lead: { time: lead, y: high, forecast } });
    const time = Float64Array.of(0);
    const flat = Float64Array.of(100);
    const rows = { time, yhat: flat, yhatLower: flat, yhatUpper: flat };
    const detection = detect(time, Float64Array.of(110), rows, parseDetectionOptions(), {
      isDegenerate: false,
      scale: 1,
      scoring,
    });
    expect([...detection.expected]).toEqual([110]);
    expect([...detection.score]).toEqual([0]);
  });
});

describe('detect(time, y, forecast, options, { scoring: replayScoring(options) })', () => {
  it('scores each row with what was known then, after rows that lead in', () => {
    const step = HOUR;
    const y = Float64Array.from({ length: 96 }, (_, row) => 100 + (row % 2) + (row === 80 ? 50 : 0));
    const time = y.map((_, row) => row * step);
    const flat = y.map(() => 100);
    const part = (from: number, to: number) => ({
      time: time.subarray(from, to),
      yhat: flat.subarray(from, to),
      yhatLower: flat.subarray(from, to),
      yhatUpper: flat.subarray(from, to),
    });
    const options = { stepMs: step, size: 100, ownDeviation: 1 };
    const detectOn = (from: number, lead: number) =>
      detect(time.subarray(from), y.subarray(from), part(from, 96), parseDetectionOptions(), {
        isDegenerate: false,
        scale: 100,
        scoring: replayScoring({
          ...options,
          ...(lead === 0
            ? {}
            : { lead: { time: time.subarray(0, lead), y: y.subarray(0, lead), forecast: part(0, lead) } }),
        }),
      });
    const whole = detectOn(0, 0);
    const late = detectOn(48, 48);
    expect(late.score).toEqual(whole.score.slice(48));
    expect(whole.learningUntil).toBe(24 * HOUR);
    expect(late.learningUntil).toBeNull();
    expect(whole.incidents).toMatchObject([{ start: 80 * HOUR, direction: 'above' }]);
  });
});
