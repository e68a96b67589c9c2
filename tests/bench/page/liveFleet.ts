import type { DataFrame } from '@grafana/data';
import { createFleet, simulate, type TimeSpan } from 'foreband-detector';
import { defaultSettings, loadEngine, type PartialSettings } from 'foreband-engine';
import { BLOCK_POINTS, gridStore, RangeClient } from 'foreband-prometheus';

import type { AnswerHost } from '../../../src/datasource/answer/answerQuery';
import { prepareQuery } from '../../../src/datasource/answer/prepareQuery';
import { LiveSession } from '../../../src/datasource/live/liveSession';
import { parseOptions } from '../../../src/datasource/options';
import { defaultQuery } from '../../../src/datasource/query';

/** A fleet under watch, and how fast its time goes by. */
export interface LiveFleet {
  /** Moves the time on to the next step, polls, and gives the frames that a panel would be handed. */
  poll(): Promise<DataFrame[]>;
}

export interface LiveFleetSize {
  readonly nSeries: number;
  /** Length of what is on screen, in ms. */
  readonly visibleMs: number;
  readonly settings: PartialSettings & { readonly stepMs: number };
}

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 30, 12);
const SCRAPE_INTERVAL_MS = 15_000;

// Prometheus itself is not what is measured: its samples lie ready.
function fleetClient(nSeries: number, whole: TimeSpan, stepMs: number): AnswerHost['client'] {
  const fleet = createFleet(1, nSeries).map((machine) => simulate(machine, { ...whole, stepMs }).series);
  const rows = ({ start, end }: TimeSpan) =>
    [start, end + stepMs].map((time) => Math.round((time - whole.start) / stepMs)) as [number, number];
  return {
    range: async (_, span) => ({
      series: fleet.map(({ labels, time, y }) => ({
        labels,
        time: time.slice(...rows(span)),
        y: y.slice(...rows(span)),
      })),
      warnings: [],
      infos: [],
      hasHistograms: false,
    }),
  };
}

/** A live query over simulated machines that nothing but the benchmark's clock moves on. */
export function createLiveFleet({ nSeries, visibleMs, settings }: LiveFleetSize): LiveFleet {
  let now = START;
  const clock = { now: () => now, after: () => () => undefined };
  const ranges = new RangeClient({ clock, store: gridStore, scrapeIntervalMs: SCRAPE_INTERVAL_MS });
  const day = START - (START % DAY_MS);
  const trainingWindowMs = settings.trainingWindowMs ?? defaultSettings.trainingWindowMs;
  const blocksMs = BLOCK_POINTS * settings.stepMs;
  const client = fleetClient(nSeries, { start: day - trainingWindowMs - blocksMs, end: day + DAY_MS }, settings.stepMs);
  const host: AnswerHost = {
    client,
    ranges,
    loadEngine,
    showSimulationWhenUnreachable: false,
    hostNotices: () => [],
  };
  const prepareHost = {
    options: parseOptions({}),
    ranges,
    keyOf: (expr: string) => expr,
    findCpuMetrics: () => Promise.resolve([]),
  };
  const query = { ...defaultQuery, refId: 'A', source: 'promql' as const, expr: 'usage', settings };
  const session = new LiveSession({
    host: () => host,
    prepare: () =>
      prepareQuery(prepareHost, query, {
        ...{ from: now - visibleMs, to: now, now },
        ...{ timeZone: 'utc', filters: [], fillText: (text: string) => text },
      }),
    now: () => now,
    scrapeIntervalMs: SCRAPE_INTERVAL_MS,
  });
  const { signal } = new AbortController();
  return {
    async poll() {
      const { frames } = await session.poll(signal);
      now += settings.stepMs;
      return [...frames];
    },
  };
}
