import { numberText } from 'foreband-detector';

import { type Engine, modelComponents, type ModelComponents, type SavedModel } from 'foreband-engine';

import { valueText } from './modelTexts';

/** A row of the comparison: its name, the first, the second, and the change. */
export type CompareRow = readonly [string, string, string, string];

const WEEK_MS = 7 * 86_400_000;

interface Figures {
  readonly level: number;
  readonly perWeek: number;
  readonly noise: number;
  readonly swings: ReadonlyMap<string, number>;
}

function swing(values: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

function trendAt({ trend }: ModelComponents, moment: number): number {
  let row = 0;
  while (row < trend.time.length - 1 && trend.time[row + 1] <= moment) {
    row++;
  }
  return trend.value[row];
}

function figuresOf(engine: Engine, saved: SavedModel, weekStart: number): Figures {
  const components = modelComponents(engine, saved, saved.settings.intervalWidth, weekStart);
  const { start, end } = saved.model.history;
  const level = trendAt(components, end);
  const before = trendAt(components, Math.max(start, end - WEEK_MS));
  return {
    level,
    perWeek: ((level - before) * WEEK_MS) / Math.min(WEEK_MS, end - start),
    noise: components.noise,
    swings: new Map(
      components.seasonalities.map(({ name, value, isShare }) => [
        name,
        swing(value) * (isShare ? Math.abs(level) : 1),
      ]),
    ),
  };
}

function changeText(left: number, right: number, text: (value: number) => string): string {
  const change = right - left;
  if (!Number.isFinite(change)) {
    return '';
  }
  const share = left === 0 ? '' : `, ${change > 0 ? '+' : ''}${numberText((100 * change) / Math.abs(left))}%`;
  return `${change > 0 ? '+' : ''}${text(change)}${share}`;
}

/** The change from one model to another: trend, seasonalities, noise. */
export function compareRows(
  engine: Engine,
  left: SavedModel,
  right: SavedModel,
  weekStart: number,
): readonly CompareRow[] {
  const text = valueText(left, 3);
  const [one, other] = [figuresOf(engine, left, weekStart), figuresOf(engine, right, weekStart)];
  const row = (name: string, from: number, to: number): CompareRow => [
    name,
    text(from),
    text(to),
    changeText(from, to, text),
  ];
  const names = [...new Set([...one.swings.keys(), ...other.swings.keys()])];
  return [
    row('Trend at the end of its history', one.level, other.level),
    row('Trend, change a week', one.perWeek, other.perWeek),
    ...names.map((name): CompareRow => {
      const [from, to] = [one.swings.get(name), other.swings.get(name)];
      const title = `Seasonality ${name}, from lowest to highest`;
      return from === undefined || to === undefined
        ? [title, from === undefined ? 'none' : text(from), to === undefined ? 'none' : text(to), '']
        : row(title, from, to);
    }),
    row('Noise (standard deviation)', one.noise, other.noise),
  ];
}
