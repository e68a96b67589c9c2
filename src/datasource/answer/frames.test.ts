import { type DetectedSeries, type DetectionOutcome, loadEngine, parseSettings } from 'foreband-engine';

import { info, warning } from '../../grafana/notices';

import { carryNotices, outcomeFrames, outcomeNotices, samplesFrame, withNotice } from './frames';

function refusedOf(name: string, message: string): DetectionOutcome {
  const series = { name, labels: { host: name }, time: Float64Array.of(1000, 2000), y: Float64Array.of(0.5, NaN) };
  return { kind: 'tooLittleHistory', series, message };
}

const HOUR = 3_600_000;
let detected: DetectedSeries;

beforeAll(async () => {
  const time = Float64Array.from({ length: 72 }, (_, row) => row * HOUR);
  const series = { name: 'web', labels: {}, time, y: time.map((_, row) => (row * 7) % 5) };
  const settings = parseSettings({ stepMs: HOUR });
  const outcome = (await loadEngine()).detect({ training: series, visible: series, forecastEnd: 72 * HOUR, settings });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  detected = outcome;
});

const scoredOf = (name: string, ...remarks: string[]): DetectedSeries => ({
  ...detected,
  series: { ...detected.series, name },
  remarks,
});

const options = { refId: 'A', isSimulated: false, unit: 'percentunit' };

describe('samplesFrame(series, options)', () => {
  it('holds times and values, gaps as null, named and labeled as the series', () => {
    const { fields, length, name } = samplesFrame(refusedOf('web', '').series, options);
    expect([name, length]).toEqual(['web', 2]);
    expect(fields.map((field) => [field.name, field.values])).toEqual([
      ['time', [1000, 2000]],
      ['value', [0.5, null]],
    ]);
    expect(fields[1]).toMatchObject({ labels: { host: 'web' }, config: { unit: 'percentunit' } });
  });
});

describe('outcomeFrames(outcomes, options)', () => {
  const refused = [refusedOf('web', 'Too little history.')];

  it('shows the samples of a series that could not be scored', () => {
    const [frame] = outcomeFrames(refused, { ...options, output: 'series' });
    expect(frame.fields.map(({ name }) => name)).toEqual(['time', 'value']);
  });

  it('forecasts nothing for such a series, and lists no anomaly of it', () => {
    expect(outcomeFrames(refused, { ...options, output: 'forecast' })).toEqual([]);
    const tables = outcomeFrames(refused, { ...options, output: 'anomalies' });
    expect(tables.map(({ length }) => length)).toEqual([0]);
  });
});

describe('outcomeFrames(outcomes, options), of a series that was scored', () => {
  it('draws its band, or its forecast alone', () => {
    const columnsOf = (output: 'series' | 'forecast') =>
      outcomeFrames([scoredOf('web')], { ...options, output })[0].fields.map(({ name }) => name);
    expect(columnsOf('series')).toEqual(expect.arrayContaining(['value', 'band_lower', 'band_upper', 'score']));
    expect(columnsOf('forecast')).toEqual(['time', 'yhat', 'yhat_lower', 'yhat_upper']);
  });
});

describe('outcomeNotices(outcomes)', () => {
  it('warns of what befalls every series, once', () => {
    const outcomes = ['web', 'db'].map((name) => refusedOf(name, 'Too little history.'));
    expect(outcomeNotices(outcomes)).toEqual([warning('All series: Too little history.')]);
  });

  it('mentions what befalls a few among others by their names, three at most', () => {
    const few = ['a', 'b', 'c', 'd', 'e'].map((name) => refusedOf(name, 'Too little history.'));
    expect(outcomeNotices([...few, scoredOf('web')])).toEqual([info('a, b, c and 2 more: Too little history.')]);
  });

  it('begins with the remark that most series share', () => {
    const outcomes = [scoredOf('a', 'yearly is off'), scoredOf('b', 'weekly is off'), scoredOf('c', 'weekly is off')];
    expect(outcomeNotices(outcomes)).toEqual([info('b, c: weekly is off'), info('a: yearly is off')]);
  });

  it('says a remark on the only series with its name', () => {
    expect(outcomeNotices([scoredOf('web', 'weekly is off')])).toEqual([info('web: weekly is off')]);
  });
});

describe('carryNotices(frames, notices, refId)', () => {
  const [first, second] = ['web', 'db'].map((name) => samplesFrame(refusedOf(name, '').series, options));
  const textsOf = (frames: ReturnType<typeof carryNotices>) =>
    frames.map(({ meta }) => meta?.notices?.map(({ text }) => text));

  it('puts remarks on the query on the first frame alone, and those that follow the data on each', () => {
    const notices = { once: [info('slow')], onEach: [warning('simulated')] };
    expect(textsOf(carryNotices([first, second], notices, 'A'))).toEqual([['simulated', 'slow'], ['simulated']]);
  });

  it('makes an empty frame where there is none to carry them, and none for nothing', () => {
    const [frame, ...others] = carryNotices([], { once: [info('no data')], onEach: [] }, 'B');
    expect([frame.refId, frame.fields, others]).toEqual(['B', [], []]);
    expect(textsOf([frame])).toEqual([['no data']]);
    expect(carryNotices([], { once: [], onEach: [] }, 'B')).toEqual([]);
  });

  it('keeps what a frame says already; withNotice adds to the first', () => {
    const carried = carryNotices([first, second], { once: [info('slow')], onEach: [] }, 'A');
    expect(textsOf(withNotice(carried, warning('no data since 10:00')))).toEqual([['slow', 'no data since 10:00'], []]);
  });
});
