import {
  chooseThreshold,
  chronologicalSplit,
  evaluate,
  forecastFolds,
  injectAnomalies,
  joinFolds,
  parseDetectionOptions,
  parseInjectionOptions,
  parseScenario,
  recommend,
  reportMarkdown,
  reportOf,
  reportText,
  rollingOrigin,
  simulate,
  sweepThresholds,
  type Evaluation,
  type Forecaster,
  type ThresholdStudy,
} from 'foreband-detector';

const DAY = 86_400_000;
const start = Date.UTC(2025, 2, 3);
const stepMs = 600_000;

/** Forecasts the mean of the same time of day, with 1.96 standard deviations of its residuals to each side. */
const sameTimeOfDay: Forecaster = ({ time, y }) => {
  const sums = new Map<number, { sum: number; count: number }>();
  time.forEach((moment, row) => {
    const { sum, count } = sums.get(moment % DAY) ?? { sum: 0, count: 0 };
    sums.set(moment % DAY, { sum: sum + y[row], count: count + 1 });
  });
  const expected = (moment: number) => {
    const { sum, count } = sums.get(moment % DAY) ?? { sum: NaN, count: 1 };
    return sum / count;
  };
  const variance = time.reduce((sum, moment, row) => sum + (y[row] - expected(moment)) ** 2, 0) / time.length;
  const half = 1.96 * Math.sqrt(variance);
  return {
    forecast: (wanted) => ({
      time: wanted,
      yhat: wanted.map(expected),
      yhatLower: wanted.map((moment) => expected(moment) - half),
      yhatUpper: wanted.map((moment) => expected(moment) + half),
    }),
  };
};

const scenario = parseScenario({ weekendDrop: 0, burstChance: 0, nAnomaliesPerWeek: 0 });
const clean = simulate(scenario, { start, end: start + 28 * DAY - stepMs, stepMs }).series;
const fold = chronologicalSplit(clean.time.length, 0.5);
const range = { start: clean.time[fold.heldOut.from], end: clean.time[clean.time.length - 1] };
const planted = injectAnomalies(
  clean,
  parseInjectionOptions({ kinds: ['spike', 'dip', 'levelShift', 'dropout'], size: 10, ratio: 0.1, range }),
);
const heldOut = joinFolds(planted.series, forecastFolds(planted.series, [fold], sameTimeOfDay));
const options = parseDetectionOptions({ thresholdMultiplier: 2 });

describe('evaluate', () => {
  const evaluation = evaluate(heldOut, planted.truth, options);

  it('finds large planted anomalies without false events', () => {
    expect(evaluation.events.recall).toBe(1);
    expect(evaluation.events.nFalse).toBe(0);
    expect(evaluation.roc.area).toBeGreaterThan(0.999);
    expect(evaluation.points.precision).toBe(1);
  });

  it('leaves out dropouts, which nobody can see in the values', () => {
    const nDropouts = planted.truth.events.filter(({ kind }) => kind === 'dropout').length;
    expect(nDropouts).toBeGreaterThan(0);
    expect(evaluation.events.nWithoutData).toBe(nDropouts);
    expect(evaluation.byKind.map(({ kind }) => kind).sort()).toEqual(['dip', 'levelShift', 'spike']);
  });

  it('scores held-out rows only, and says which', () => {
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = evaluation.points;
    const nValues = heldOut.y.filter(Number.isFinite).length;
    expect(truePositives + falsePositives + trueNegatives + falseNegatives).toBe(nValues);
    expect(evaluation.heldOut.folds).toHaveLength(1);
    expect(evaluation.heldOut.folds[0]).toMatchObject({
      training: { start, end: range.start - stepMs, nValues: fold.training.to },
      heldOut: { start: range.start, end: range.end, nValues },
    });
  });

  it('covers about what the interval promises on the normal rows', () => {
    expect(evaluation.quality.coverage).toBeGreaterThan(0.92);
    expect(evaluation.quality.coverage).toBeLessThan(0.98);
  });

  it('weighs recall by beta', () => {
    const strict = parseDetectionOptions({ thresholdMultiplier: 30 });
    const { points } = evaluate(heldOut, planted.truth, strict, { beta: 2 });
    expect(points.truePositives).toBe(0);
    expect(() => evaluate(heldOut, planted.truth, options, { beta: 0 })).toThrow('invalid beta: 0');
  });

  it('refuses a truth that is shorter than the series', () => {
    const short = { labels: new Uint8Array(3), events: [] };
    expect(() => evaluate(heldOut, short, options)).toThrow('invalid labels: 3 rows (expected 4032 or more)');
    expect(() => evaluate(heldOut, planted.truth, options, { intervalWidth: 95 })).toThrow('invalid intervalWidth: 95');
  });

  it('evaluates a model that is refitted every day', () => {
    const folds = rollingOrigin(planted.series.time, { warmupMs: 14 * DAY });
    const rolling = joinFolds(planted.series, forecastFolds(planted.series, folds, sameTimeOfDay));
    expect(rolling.folds).toHaveLength(14);
    expect([...rolling.time]).toEqual([...heldOut.time]);
    expect(evaluate(rolling, planted.truth, options).events.recall).toBeGreaterThan(0.9);
  });
});

function studyOf(goal: ThresholdStudy['goal']): ThresholdStudy {
  const rows = [...sweepThresholds(heldOut, planted.truth, options)];
  return { goal, chosen: chooseThreshold(rows, goal), confidence: undefined };
}

const topics = (evaluation: Evaluation, study: ThresholdStudy | null = null) =>
  recommend(evaluation, study).map(({ topic, text }) => `${topic}: ${text}`);

describe('recommend', () => {
  it('names the threshold to set, and what it would change', () => {
    const low = evaluate(heldOut, planted.truth, parseDetectionOptions({ thresholdMultiplier: 0.5 }));
    const advice = topics(low, studyOf({ kind: 'fBeta', beta: 1 }));
    expect(advice.join('\n')).toMatch(/threshold: Raise the threshold multiplier from 0.5 to \d/);
  });

  it('asks for filters where false alarms remain', () => {
    const low = evaluate(heldOut, planted.truth, parseDetectionOptions({ thresholdMultiplier: 0.5 }));
    expect(topics(low).join('\n')).toMatch(/filters: Counted by the week: .* false events. Ask for several points/);
  });

  it('says that few events are a rough guide, and that none are no guide', () => {
    const none = evaluate(heldOut, { labels: new Uint8Array(4032), events: [] }, options);
    expect(topics(none).join('\n')).toMatch(/data: No anomaly lies in the held-out rows/);
    const [event] = planted.truth.events;
    const one = evaluate(heldOut, { labels: planted.truth.labels, events: [event] }, options);
    expect(topics(one).join('\n')).toMatch(/data: There was only 1 event to find/);
  });

  it('finds a level that has moved, and an interval that covers too little', () => {
    const moved = { ...heldOut, y: heldOut.y.map((value) => value + 0.1) };
    const advice = topics(evaluate(moved, planted.truth, options)).join('\n');
    expect(advice).toMatch(/model: Only .* of the normal values lie within the interval that promises 95.0%/);
    expect(advice).toMatch(/model: The forecast lies below the normal values most of the time/);
  });

  it('finds an interval that is wider than it need be', () => {
    const { yhat } = heldOut.forecast;
    const wide = { ...heldOut.forecast, yhatLower: yhat.map((v) => v - 1), yhatUpper: yhat.map((v) => v + 1) };
    expect(topics(evaluate({ ...heldOut, forecast: wide }, planted.truth, options)).join('\n')).toMatch(
      /model: 100.0% of the normal values .* wider than it need be/,
    );
  });

  it('keeps settings that find everything', () => {
    const quiet = { ...planted.truth, events: planted.truth.events.filter(({ kind }) => kind !== 'dropout') };
    const advice = topics(evaluate(heldOut, quiet, options), studyOf({ kind: 'fBeta', beta: 1 }));
    expect(advice).toEqual(['threshold: Keep these settings: nothing in the figures asks for a change.']);
  });

  it('says what helps for a kind that is missed', () => {
    const strict = evaluate(heldOut, planted.truth, parseDetectionOptions({ thresholdMultiplier: 30 }));
    const advice = topics(strict).join('\n');
    expect(advice).toMatch(/kinds: Of \d+ events? of the kind levelShift, 0 found/);
    expect(advice).toMatch(/kinds: \d+ events? without data: .* absent\(\)/);
  });
});

describe('a report', () => {
  const evaluation = evaluate(heldOut, planted.truth, options);
  const report = reportOf('web-1:9100', evaluation, studyOf({ kind: 'falseEvents', perWeek: 1 }));

  it('gives advice first, then the figures, then the rows that were used', () => {
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Recommendations',
      'Events',
      'By kind',
      'By severity',
      'Threshold',
      'Points',
      'Forecast on the normal rows',
      'Rows used',
    ]);
  });

  it('is written as text with aligned tables', () => {
    const text = reportText(report);
    expect(text).toMatch(/^Evaluation of web-1:9100\n=+\n\nRecommendations\n-+\n\n- /);
    expect(text).toMatch(/\nprecision +recall +F1 +false events a day +mean delay +median delay\n100\.0% +100\.0% +/);
    expect(text).toContain('One model fitted to 2016 values between 2025-03-03 00:00 UTC and 2025-03-16 23:50 UTC.');
  });

  it('is written as Markdown, with names from the data escaped', () => {
    const markdown = reportMarkdown({ ...report, title: 'Evaluation of a|b *c* <img>' });
    expect(markdown).toMatch(/^# Evaluation of a\\\|b \\\*c\\\* \\<img\\>\n\n## Recommendations\n\n- /);
    expect(markdown).toContain('| precision | recall | F1 | false events a day | mean delay | median delay |\n| --- |');
  });

  it('leaves out the threshold where none was studied, and tables without rows', () => {
    const none = evaluate(heldOut, { labels: new Uint8Array(4032), events: [] }, options);
    const text = reportText(reportOf('quiet', none));
    expect(text).not.toContain('\nThreshold\n');
    expect(text).not.toContain('\nBy kind\n');
    expect(text).toContain('n/a');
  });
});
