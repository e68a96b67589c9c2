import type { Incident, TimeSpan } from 'foreband-detector';
import { loadEngine, parseSettings, replay, type Engine } from 'foreband-engine';

import { demoSeries, type DemoSeries } from './demoSeries';
import { hostProfiles } from './hostProfiles';
import { plantedAnomalies } from './plantedAnomaly';
import { RECORDED_NOW } from './recordedNow';
import { createHosts } from './simulatedHosts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SPAN = { start: RECORDED_NOW - 30 * DAY_MS, end: RECORDED_NOW };

// A deploy is a new level until it has been fitted, at the second midnight at the latest.
const UNTIL_FITTED_MS = 36 * HOUR_MS;

/** Something that people should be told of, and how soon. */
interface Event extends TimeSpan {
  readonly withinMs: number;
}

interface Replayed extends DemoSeries {
  readonly events: readonly Event[];
  readonly incidents: readonly Incident[];
}

function eventsOf({ instance, metric }: DemoSeries): readonly Event[] {
  const planted = plantedAnomalies.filter((one) => one.instance === instance && one.metric === metric);
  const profile = hostProfiles.find(({ scenario }) => scenario.instance === instance);
  const happenings = profile?.happenings.filter((one) => one[metric] !== undefined) ?? [];
  return [
    ...planted.map((one) => ({ ...one, withinMs: 30 * MINUTE_MS })),
    ...happenings.map((one) => ({ endBeforeEndMs: one.startBeforeEndMs - UNTIL_FITTED_MS, ...one, withinMs: HOUR_MS })),
  ].map(({ startBeforeEndMs, endBeforeEndMs, withinMs }) => ({
    start: RECORDED_NOW - startBeforeEndMs,
    end: RECORDED_NOW - endBeforeEndMs,
    withinMs,
  }));
}

function replayed(engine: Engine, demo: DemoSeries): Replayed {
  const { detection } = replay(engine, { series: demo.series, settings: parseSettings({}), span: SPAN });
  return { ...demo, events: eventsOf(demo), incidents: detection.incidents };
}

const isOf = (event: Event) => (incident: Incident) => incident.start >= event.start && incident.start < event.end;
const nameOf = ({ instance, metric }: DemoSeries) => `${instance} ${metric}`;

/** The one series of 25 that pages once in 30 days where nothing happened: an hour of busier noise, scored 1.2. */
const pagedOnce = ['shop-1:9100 latency'];

describe('replay(engine, demo) over the last 30 days', () => {
  let all: readonly Replayed[] = [];
  beforeAll(async () => {
    const engine = await loadEngine();
    const demo = demoSeries(createHosts(RECORDED_NOW), RECORDED_NOW);
    all = demo.map((one) => replayed(engine, one));
  }, 240_000);

  it('opens one incident for each planted anomaly, within half an hour, and for outage and deploy within an hour', () => {
    const found = all.flatMap((one) => one.events.map((event) => ({ ...one, event })));
    expect(found).toHaveLength(13);
    const late = found.filter(({ incidents, event }) => {
      const own = incidents.filter(isOf(event));
      return own.length !== 1 || own[0].start > event.start + event.withinMs;
    });
    expect(late.map(nameOf)).toEqual([]);
  });

  it('opens no other but one of a low severity on one of the 25 series', () => {
    const others = all.flatMap((one) =>
      one.incidents
        .filter((incident) => !one.events.some((event) => isOf(event)(incident)))
        .map(({ start, severity }) => ({ series: nameOf(one), severity, start: new Date(start).toISOString() })),
    );
    expect(others.filter(({ series, severity }) => severity !== 'low' || !pagedOnce.includes(series))).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(pagedOnce.length);
  });
});
