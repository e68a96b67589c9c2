import { createFleet, injectionKinds, parseScenario, simulate, type Simulation } from 'foreband-detector';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const monday = Date.UTC(2025, 2, 3);

const scenario = parseScenario({ seed: 42 });
const quiet = parseScenario({ seed: 42, nAnomaliesPerWeek: 0 });
const fourWeeks = { start: monday, end: monday + 28 * DAY - 5 * MINUTE, stepMs: 5 * MINUTE };

function mean(simulation: Simulation, isWanted: (time: number) => boolean): number {
  const values = simulation.series.y.filter((_, i) => isWanted(simulation.series.time[i]));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const hourOf = (time: number) => Math.floor((time % DAY) / HOUR);
const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay());

describe('simulate', () => {
  it('gives one row a step, both ends included, named and labeled by its instance', () => {
    const { series, labels } = simulate(scenario, { start: monday, end: monday + 150_000, stepMs: MINUTE });
    expect([...series.time]).toEqual([monday, monday + MINUTE, monday + 2 * MINUTE]);
    expect([series.y.length, labels.length]).toEqual([3, 3]);
    expect(series).toMatchObject({ name: 'web-1:9100', labels: { instance: 'web-1:9100' } });
  });

  it('gives the same values for the same scenario, and others for another seed', () => {
    expect(simulate(scenario, fourWeeks)).toEqual(simulate(scenario, fourWeeks));
    const other = simulate(parseScenario({ seed: 43 }), fourWeeks).series.y;
    expect(simulate(scenario, fourWeeks).series.y.some((value, i) => value === other[i])).toBe(false);
  });

  it.each([
    { what: 'a part of the range', start: monday + 9 * DAY + 35 * MINUTE, days: 3, stepMs: 5 * MINUTE },
    { what: 'a longer range', start: monday - 40 * DAY, days: 90, stepMs: 5 * MINUTE },
    { what: 'a finer step', start: monday + 7 * DAY, days: 7, stepMs: MINUTE },
    { what: 'a coarser step', start: monday, days: 28, stepMs: 30 * MINUTE },
  ])('gives the same value and label at the same time in $what', ({ start, days, stepMs }) => {
    const whole = simulate(scenario, fourWeeks);
    const rowOf = new Map(Array.from(whole.series.time, (time, row) => [time, row]));
    const other = simulate(scenario, { start, end: start + days * DAY, stepMs });
    const shared = Array.from(other.series.time.keys()).filter((i) => rowOf.has(other.series.time[i]));
    const rows = shared.map((i) => rowOf.get(other.series.time[i]) ?? NaN);
    expect(shared.map((i) => other.series.y[i])).toEqual(rows.map((row) => whole.series.y[row]));
    expect(shared.map((i) => other.labels[i])).toEqual(rows.map((row) => whole.labels[row]));
    expect(shared.length).toBeGreaterThan(800);
  });

  it('stays between 0 and 1', () => {
    for (const member of createFleet(9, 6)) {
      const { series } = simulate(member, fourWeeks);
      expect(series.y.every((value) => Number.isNaN(value) || (value >= 0 && value <= 1))).toBe(true);
    }
  });

  it('is busiest at its peak hour and lower at the weekend', () => {
    const calm = simulate(quiet, fourWeeks);
    const byHour = Array.from({ length: 24 }, (_, hour) => mean(calm, (time) => hourOf(time) === hour));
    expect([14, 15]).toContain(byHour.indexOf(Math.max(...byHour)));
    expect(Math.max(...byHour) - Math.min(...byHour)).toBeGreaterThan(0.3);
    expect(mean(calm, (time) => !isWeekend(time)) - mean(calm, isWeekend)).toBeCloseTo(0.1, 2);
  });

  it('has no labels where nothing is planted', () => {
    const calm = simulate(quiet, fourWeeks);
    expect(calm.injections).toEqual([]);
    expect(calm.labels.includes(1)).toBe(false);
  });

  it('refuses a step that is not above 0', () => {
    expect(() => simulate(scenario, { ...fourWeeks, stepMs: -1 })).toThrow('invalid stepMs: -1 (expected above 0)');
  });
});

describe('planted anomalies', () => {
  const planted = simulate(scenario, fourWeeks);
  const calm = simulate(quiet, fourWeeks);
  const { time, y } = planted.series;

  it('are of every kind within four weeks', () => {
    expect(new Set(planted.injections.map(({ kind }) => kind))).toEqual(new Set(injectionKinds));
  });

  it('are as many a week as the scenario says, in order and apart', () => {
    expect(planted.injections).toHaveLength(4 * 3);
    planted.injections.slice(1).forEach(({ start }, i) => expect(start).toBeGreaterThan(planted.injections[i].end));
  });

  it('label every displaced point and no other', () => {
    const displaced = Array.from(y, (value, i) => (Object.is(value, calm.series.y[i]) ? 0 : 1));
    expect(Array.from(planted.labels)).toEqual(displaced);
    expect(displaced).toContain(1);
  });

  it('displace points between their start and their end only', () => {
    const isPlanted = (moment: number) => planted.injections.some(({ start, end }) => start <= moment && moment < end);
    expect(Array.from(time).filter((moment, i) => planted.labels[i] === 1 && !isPlanted(moment))).toEqual([]);
  });

  const shapes = {
    spike: (change: readonly number[]) => expect(Math.min(...change)).toBeGreaterThan(0.2),
    levelShift: (change: readonly number[]) => expect(Math.min(...change)).toBeGreaterThan(0.15),
    dip: (change: readonly number[]) => expect(Math.max(...change)).toBeLessThan(-0.1),
    drift: (change: readonly number[]) => {
      change.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(change[i]));
      expect(change[0]).toBe(0);
    },
    varianceChange: (change: readonly number[]) => {
      expect(Math.max(...change)).toBeGreaterThan(0.08);
      expect(Math.min(...change)).toBeLessThan(-0.08);
    },
    flatline: (_: readonly number[], values: readonly number[]) => expect(new Set(values).size).toBe(1),
    dropout: (_: readonly number[], values: readonly number[]) => expect(values.every(Number.isNaN)).toBe(true),
  };
  it.each(planted.injections)('have the shape of their kind: $kind from $start', ({ kind, start, end }) => {
    const rows = Array.from(time.keys()).filter((i) => time[i] >= start && time[i] < end);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    shapes[kind](
      rows.map((i) => y[i] - calm.series.y[i]),
      rows.map((i) => y[i]),
    );
  });

  it('take turns among the chosen kinds only', () => {
    const chosen = parseScenario({ anomalyKinds: ['dip', 'spike'], nAnomaliesPerWeek: 7 });
    const kinds = simulate(chosen, fourWeeks).injections.map(({ kind }) => kind);
    expect(kinds).toHaveLength(28);
    kinds.slice(1).forEach((kind, i) => expect(kind).not.toBe(kinds[i]));
  });

  it('are none where no kind is chosen', () => {
    expect(simulate(parseScenario({ anomalyKinds: [] }), fourWeeks).injections).toEqual([]);
  });
});
