import type { DataFrame } from '@grafana/data';
import { createFleet, simulate, type Series, type TimeSpan } from 'foreband-detector';

import type { AnswerHost } from '../../../src/datasource/answer/answerQuery';
import { prepareQuery } from '../../../src/datasource/answer/prepareQuery';
import { createRangeCache } from '../../../src/datasource/cache/rangeCache';
import { LiveSession } from '../../../src/datasource/live/liveSession';
import { parseOptions } from '../../../src/datasource/options';
import { defaultQuery } from '../../../src/datasource/query';
import { loadEngine } from '../../../src/engine/engine';
import type { PartialSettings } from '../../../src/engine/parseSettings';

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

const START = Date.UTC(2026, 0, 30, 12);
const SCRAPE_INTERVAL_MS = 15_000;

// Prometheus itself is not what is measured: it answers at once, with what it would.
function fleetClient(nSeries: number): AnswerHost['client'] {
  const machines = createFleet(1, nSeries);
  const readings = ({ start, end }: TimeSpan, stepMs: number): Series[] =>
    machines.map((machine) => simulate(machine, { start, end, stepMs }).series);
  return {
    range: async ({ stepMs }, span) => ({
      series: readings(span, stepMs).map(({ labels, time, y }) => ({ labels, time, y })),
      warnings: [],
      infos: [],
      hasHistograms: false,
    }),
  };
}

const forgetful = {
  load: () => Promise.resolve([]),
  has: () => Promise.resolve(false),
  save: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** A live query over simulated machines that nothing but the benchmark's clock moves on. */
export function createLiveFleet({ nSeries, visibleMs, settings }: LiveFleetSize): LiveFleet {
  let now = START;
  const cache = createRangeCache({ store: forgetful, now: () => now, scrapeIntervalMs: SCRAPE_INTERVAL_MS });
  const client = fleetClient(nSeries);
  const host: AnswerHost = {
    client,
    cache,
    loadEngine,
    showSimulationWhenUnreachable: false,
    hostNotices: () => [],
  };
  const prepareHost = {
    options: parseOptions({}),
    cache,
    cacheKeyOf: (expr: string, stepMs: number) => ({ key: expr, stepMs }),
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
