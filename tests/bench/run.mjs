// `npm run bench:page [-- --json]`: the anomaly panel beside Grafana's TimeSeries, in one run in Chromium; then live mode.
// `npm run bench:page -- --live`: live mode alone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const ROUNDS = 7;
const SIZES = [
  { name: '20,000 points in one series', nSeries: 1, nPoints: 20_000 },
  { name: '300 series of 576 points', nSeries: 300, nPoints: 576 },
];
const HOUR_MS = 3_600_000;
const FLEET = { nSeries: 200, visibleMs: 6 * HOUR_MS, settings: { stepMs: 300_000 } };
// Thirty minutes at five seconds, as fast as the page can.
const MONITORED = { nSeries: 50, visibleMs: HOUR_MS / 2, settings: { stepMs: 5000, trainingWindowMs: 6 * HOUR_MS } };
const MONITORED_POLLS = 360;
const CONTESTANTS = ['panel', 'timeSeries'];

const root = join(import.meta.dirname, '../..');

function build() {
  const { status } = spawnSync('npm', ['run', '--silent', 'build:bench'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error("the benchmark's page does not build: npm run build:bench");
  }
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

/** Main-thread time of everything `work` causes in the page, in ms, beside what the page itself saw. */
async function cost(session, work) {
  const taskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await taskMs();
  const drawing = await work();
  return { ...drawing, costMs: (await taskMs()) - before };
}

async function measureRound(page, session, contestant, round) {
  const first = await cost(session, () => page.evaluate((who) => window.bench.firstDraw(who), contestant));
  const threshold = 1 + round / 10;
  const change = await cost(session, () =>
    page.evaluate(([who, value]) => window.bench.changeThreshold(who, value), [contestant, threshold]),
  );
  await page.evaluate(() => window.bench.clear());
  return { first, change };
}

async function measureSize(page, session, { name, ...size }) {
  const rounds = Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, []]));
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    await page.evaluate((wanted) => window.bench.prepare(wanted), { ...size, seed: round });
    for (const contestant of CONTESTANTS) {
      const measured = await measureRound(page, session, contestant, round);
      rounds[contestant].push(...(round === 0 ? [] : [measured]));
    }
  }
  return ['first', 'change'].map((action) => {
    const of = (contestant, field) => median(rounds[contestant].map((round) => round[action][field]));
    const longest = (contestant) => Math.max(...rounds[contestant].map((round) => round[action].longestTaskMs));
    return {
      name: `${action === 'first' ? 'first draw' : 'threshold change'}, ${name}`,
      panelMs: of('panel', 'costMs'),
      timeSeriesMs: of('timeSeries', 'costMs'),
      ratio: of('panel', 'costMs') / of('timeSeries', 'costMs'),
      panelLongestTaskMs: longest('panel'),
      timeSeriesLongestTaskMs: longest('timeSeries'),
    };
  });
}

async function measureLive(page, session) {
  await page.evaluate((size) => window.bench.watchFleet(size), FLEET);
  await page.evaluate(() => window.bench.drawFleet());
  const polls = [];
  const drawings = [];
  for (let round = 0; round <= ROUNDS; round++) {
    polls.push((await cost(session, () => page.evaluate(() => window.bench.poll()))).costMs);
    drawings.push((await cost(session, () => page.evaluate(() => window.bench.drawFleet()))).costMs);
  }
  await page.evaluate(() => window.bench.clear());
  // The first round warms up and is not counted.
  return { pollMs: median(polls.slice(1)), drawMs: median(drawings.slice(1)) };
}

async function usedMegabytes(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
}

/** Heap after each sixth of the run, in MB, garbage collected. */
async function measureMemory(page, session) {
  await page.evaluate((size) => window.bench.watchFleet(size), MONITORED);
  const heapMb = [];
  for (let part = 0; part < 6; part++) {
    await page.evaluate((count) => window.bench.monitor(count), MONITORED_POLLS / 6);
    heapMb.push(await usedMegabytes(session));
  }
  await page.evaluate(() => window.bench.clear());
  return { heapMb };
}

/** An empty page with an origin (for localStorage) and what @grafana/runtime reads when it is imported. */
async function openBench(page) {
  const address = 'http://bench.localhost/';
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
  );
  await page.addInitScript(() => {
    window.grafanaBootData = { user: {}, settings: { buildInfo: {}, featureToggles: {} }, navTree: [] };
  });
  await page.goto(address);
  await page.addScriptTag({ path: join(root, 'build/bench/bench.js') });
}

build();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('pageerror', (error) => console.error(error));
  await openBench(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const results = [];
  for (const size of process.argv.includes('--live') ? [] : SIZES) {
    results.push(...(await measureSize(page, session, size)));
  }
  const live = { ...(await measureLive(page, session)), ...(await measureMemory(page, session)) };
  report(results, live);
} finally {
  await browser.close();
}

function report(results, live) {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify([...results, live], undefined, 2));
    return;
  }
  const cell = (value) => String(value).padStart(14);
  const row = (name, ...cells) => console.log(name.padEnd(46) + cells.map(cell).join(''));
  const ms = (value) => `${value.toFixed(0)} ms`;
  const task = (value) => (value === 0 ? 'under 50 ms' : ms(value));
  row('main-thread time, median', 'panel', 'TimeSeries', 'ratio', 'longest task', 'TimeSeries');
  for (const result of results) {
    const { name, panelMs, timeSeriesMs, ratio, panelLongestTaskMs, timeSeriesLongestTaskMs } = result;
    row(name, ms(panelMs), ms(timeSeriesMs), ratio.toFixed(2), task(panelLongestTaskMs), task(timeSeriesLongestTaskMs));
  }
  console.log(
    `live, ${FLEET.nSeries} series of ${FLEET.visibleMs / FLEET.settings.stepMs} points: a poll ${ms(live.pollMs)}, drawing it ${ms(live.drawMs)}`,
  );
  const heap = live.heapMb.map((used) => used.toFixed(1)).join(', ');
  console.log(`live, ${MONITORED.nSeries} series, 30 minutes at 5 s: heap after every 5 minutes ${heap} MB`);
}
