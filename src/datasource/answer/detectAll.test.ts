import type { Series } from 'foreband-detector';
import { defaultSettings, type DetectionJob } from 'foreband-engine';

import { detectAll } from './detectAll';
import type { SeriesSamples } from './querySamples';
import type { QuerySpans } from './spans';

const spans: QuerySpans = {
  training: { start: 0, end: 20 },
  asked: { start: 20, end: 40 },
  visible: { start: 30, end: 40 },
  forecast: { start: 30, end: 60 },
};

function seriesOf(name: string, ...time: number[]): Series {
  return { name, labels: {}, time: Float64Array.from(time), y: Float64Array.from(time) };
}

function samplesOf(name: string, lead: Series): SeriesSamples {
  return { visible: seriesOf(name, 30, 40), lead, training: seriesOf(name, 0, 10, 20) };
}

/** An engine that scores nothing and keeps its jobs. */
function recordingEngine() {
  const jobs: DetectionJob[] = [];
  const detect = (job: DetectionJob) => {
    jobs.push(job);
    return { kind: 'noData', series: job.visible, message: 'none' } as const;
  };
  return { jobs, detect };
}

describe('detectAll(engine, samples, spans, options)', () => {
  it('scores every series in its order, with the same settings and calendar, over the forecast’s span', async () => {
    const engine = recordingEngine();
    const calendar = [{ name: 'Sale', day: '2026-12-06' }];
    const series = [samplesOf('web', seriesOf('web', 20)), samplesOf('db', seriesOf('db', 20))];
    const outcomes = await detectAll(engine, { series }, spans, { settings: defaultSettings, calendar });
    expect(outcomes.map((outcome) => outcome.series.name)).toEqual(['web', 'db']);
    const [{ visible, training, lead }] = series;
    const job = { visible, training, lead, forecastStart: 30, forecastEnd: 60, settings: defaultSettings, calendar };
    expect(engine.jobs[0]).toEqual(job);
  });

  it('leaves it to the history to lead in where nothing before was asked for', async () => {
    const engine = recordingEngine();
    await detectAll(engine, { series: [samplesOf('web', seriesOf('web'))] }, spans, { settings: defaultSettings });
    expect(engine.jobs[0].lead).toBeUndefined();
  });

  it('stops where nobody waits any more', async () => {
    const signal = AbortSignal.abort(new Error('left'));
    const series = [samplesOf('web', seriesOf('web'))];
    const all = detectAll(recordingEngine(), { series }, spans, { settings: defaultSettings, signal });
    await expect(all).rejects.toThrow('left');
  });
});
