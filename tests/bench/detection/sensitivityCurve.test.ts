import { loadProphet } from 'prophet-wasm';

import { createEngine, type Engine } from 'foreband-engine';

import { contestants } from './contestant';
import { sensitivityCurve } from './sensitivityCurve';
import { plantedKinds, simulatedSeries } from './simulatedSeries';

describe('sensitivityCurve(engine, series, contestant, sizes)', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  const series = [1, 2, 3, 4].map(simulatedSeries);
  const [recommended, classic] = contestants();

  it('finds nine of ten anomalies of 6 standard deviations with the recommended preset, and few that are none', () => {
    const [{ events, recallByKind }] = sensitivityCurve(engine, series, recommended, [6]).points;
    expect(Object.keys(recallByKind).sort()).toEqual([...plantedKinds].sort());
    expect(events.recall).toBeGreaterThanOrEqual(0.9);
    expect(events.precision).toBeGreaterThanOrEqual(0.9);
  });

  it('finds more with the recommended preset than with the classic one at every size', () => {
    const sizes = [4, 6, 8];
    const recallOf = ({ points }: ReturnType<typeof sensitivityCurve>) => points.map(({ events }) => events.recall);
    const better = recallOf(sensitivityCurve(engine, series, recommended, sizes));
    const worse = recallOf(sensitivityCurve(engine, series, classic, sizes));
    sizes.forEach((_, place) => expect(better[place]).toBeGreaterThan(worse[place]));
  });
});

describe('simulatedSeries(seed)', () => {
  it('is the same for the same seed, and 28 days of 144 samples', () => {
    const { series, firstHeldOut } = simulatedSeries(7);
    expect(series.y).toEqual(simulatedSeries(7).series.y);
    expect(series.time).toHaveLength(28 * 144);
    expect(firstHeldOut).toBe(3226);
  });
});
