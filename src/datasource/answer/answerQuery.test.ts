import { defaultSettings, type DetectionJob } from 'foreband-engine';
import { PrometheusError } from 'foreband-prometheus';

import { answeredUntilOf } from '../../grafana/answeredUntil';
import { info } from '../../grafana/notices';
import { ANNOTATION_QUERY_TYPE, defaultQuery, type ForebandQuery } from '../query';
import { lastHours, steadyPrometheus, upQuery, type SteadyPrometheus } from '../testing/steadyPrometheus';

import { answerQuery, readAsked, readQuery, type AnswerHost, type PreparedQuery } from './answerQuery';

const away = new PrometheusError('unreachable', 'Prometheus cannot be reached');
const refused = new PrometheusError('query', 'parse error', 400);

/** An engine that finds a raw counter in everything, and keeps its jobs. */
function recordingEngine() {
  const jobs: DetectionJob[] = [];
  const detect = (job: DetectionJob) => {
    jobs.push(job);
    return { kind: 'counter', series: job.visible, message: 'This looks like a raw counter.' } as const;
  };
  const roll = () => {
    throw new Error('no live query here');
  };
  return { jobs, engine: { detect, roll } };
}

function hostOf({ host }: SteadyPrometheus, showSimulationWhenUnreachable = false) {
  const { jobs, engine } = recordingEngine();
  const answerHost: AnswerHost = {
    ...host,
    loadEngine: () => Promise.resolve(engine),
    showSimulationWhenUnreachable,
    hostNotices: () => [info('The browser blocks the store.')],
  };
  return { jobs, host: answerHost };
}

function preparedFor(query: Partial<ForebandQuery> = {}): PreparedQuery {
  return {
    query: { ...defaultQuery, refId: 'A', source: 'promql', ...query },
    settings: defaultSettings,
    spans: lastHours,
    legendFormat: '',
    findLive: () => Promise.resolve(upQuery),
    knownLive: () => Promise.resolve(upQuery),
  };
}

const simulation = { source: 'simulation', scenario: { seed: 1, nInstances: 2 } } as const;

describe('readAsked(host, prepared)', () => {
  it('simulates where that is asked for, and asks nobody', async () => {
    const prometheus = steadyPrometheus();
    const read = await readAsked(prometheus.host, preparedFor(simulation));
    expect(read).toMatchObject({ isSimulated: true, isStandIn: false, series: { length: 2 }, unit: 'percentunit' });
    expect(prometheus.asked).toEqual([]);
  });

  it('explains an answer with nothing in it', async () => {
    const prometheus = steadyPrometheus();
    prometheus.setHosts();
    const { series, notices } = await readAsked(prometheus.host, preparedFor());
    expect(series).toEqual([]);
    expect(notices.map(({ text }) => text)).toEqual([expect.stringMatching(/^No data: Prometheus has no series/)]);
  });
});

describe('readQuery(host, prepared), while Prometheus cannot be reached', () => {
  it('shows what it said earlier', async () => {
    const prometheus = steadyPrometheus();
    const { host } = hostOf(prometheus, true);
    await readQuery(host, preparedFor());
    prometheus.refuse(() => away);
    const next = { ...lastHours, visible: { ...lastHours.visible, end: lastHours.visible.end + 600_000 } };
    const asked = { ...lastHours.asked, end: next.visible.end };
    const read = await readQuery(host, { ...preparedFor(), spans: { ...next, asked } });
    expect(read).toMatchObject({ isSimulated: false, isStandIn: true, answeredUntil: lastHours.visible.end });
  });

  it('simulates a query that never had data, where the data source allows it', async () => {
    const prometheus = steadyPrometheus();
    prometheus.refuse(() => away);
    const read = await readQuery(hostOf(prometheus, true).host, preparedFor());
    expect(read).toMatchObject({ isSimulated: true, isStandIn: true });
    await expect(readQuery(hostOf(prometheus, false).host, preparedFor())).rejects.toBe(away);
  });

  it('never simulates annotations', async () => {
    const prometheus = steadyPrometheus();
    prometheus.refuse(() => away);
    const annotations = preparedFor({ queryType: ANNOTATION_QUERY_TYPE });
    await expect(readQuery(hostOf(prometheus, true).host, annotations)).rejects.toBe(away);
  });

  it('lets nothing stand in for a query that Prometheus refuses', async () => {
    const prometheus = steadyPrometheus();
    prometheus.refuse(() => refused);
    await expect(readQuery(hostOf(prometheus, true).host, preparedFor())).rejects.toBe(refused);
  });
});

describe('answerQuery(host, asked)', () => {
  it('offers the rate of a raw counter, and says what the browser lacks, on the first frame alone', async () => {
    const prometheus = steadyPrometheus();
    prometheus.setHosts('db', 'web');
    const { frames, isStandIn } = await answerQuery(hostOf(prometheus).host, {
      ...preparedFor(),
      findLive: () => Promise.resolve({ ...upQuery, expr: 'node_cpu_seconds_total' }),
    });
    expect(isStandIn).toBe(false);
    expect(frames.map(({ meta }) => meta?.notices?.map(({ text }) => text))).toEqual([
      [
        'All series: This looks like a raw counter.',
        expect.stringMatching(/^Use rate\(node_cpu_seconds_total\[/),
        'The browser blocks the store.',
      ],
      [],
    ]);
    expect(frames.map(answeredUntilOf)).toEqual([lastHours.visible.end, lastHours.visible.end]);
  });

  it('marks every frame of a simulation', async () => {
    const { frames } = await answerQuery(hostOf(steadyPrometheus()).host, preparedFor(simulation));
    const texts = frames.map(({ meta }) => meta?.notices?.[0].text);
    expect(texts).toEqual(frames.map(() => 'Simulated data: generated, not measured.'));
  });

  it('makes no annotation of simulated anomalies', async () => {
    const { host, jobs } = hostOf(steadyPrometheus());
    const annotations = preparedFor({ ...simulation, queryType: ANNOTATION_QUERY_TYPE });
    expect(await answerQuery(host, annotations)).toEqual({ frames: [], isStandIn: false });
    expect(jobs).toEqual([]);
  });

  it('fits with the events that its settings ask for', async () => {
    const { host, jobs } = hostOf(steadyPrometheus());
    await answerQuery(host, { ...preparedFor(), settings: { ...defaultSettings, events: '1970-02-08 Sale' } });
    expect(jobs.map(({ calendar }) => calendar)).toEqual([[{ name: 'Sale', day: '1970-02-08' }]]);
  });
});
