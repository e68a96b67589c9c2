import type { Holiday, Mode, Model, TimedHistory } from 'prophet-wasm';

/** A column of the model, straight from its definition. */
export interface Feature {
  readonly mode: Mode;
  readonly priorScale: number;
  readonly column: Float64Array;
}

const DAY_MS = 86_400_000;

/** Time on the clock of a time zone, as if it were UTC; by asking the engine for every time. */
function civilTime(time: number, timeZone: string): number {
  if (timeZone === 'UTC') {
    return time;
  }
  const whole = Math.floor(time / 1000) * 1000;
  const text = new Date(whole).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${text.replace(' ', 'T')}Z`) + (time - whole);
}

/** The columns of a model at chosen rows of a history, in the order of beta. */
export function featuresOf(model: Model, history: TimedHistory, order: readonly number[]): Feature[] {
  const { options, seasonalities, holidays, regressors } = model;
  const times = order.map((i) => history.time[i]);
  const civil = times.map((time) => civilTime(time, options.timeZone));
  return [
    ...seasonalities.flatMap(({ periodMs, fourierOrder, mode, priorScale, conditionName }) =>
      Array.from({ length: 2 * fourierOrder }, (_, j) => ({
        mode,
        priorScale,
        column: Float64Array.from(civil, (at, row) => {
          const holds = conditionName === null || history.conditions?.[conditionName][order[row]];
          const turn = (((at % periodMs) + periodMs) % periodMs) / periodMs;
          return holds ? sineOfTurn((turn * (1 + (j >> 1))) % 1, j % 2) : 0;
        }),
      })),
    ),
    ...holidays.map(({ name, offset, priorScale }) => ({
      mode: options.holidaysMode,
      priorScale,
      column: Float64Array.from(times, (time, row) =>
        options.holidays.some((holiday) => holiday.name === name && lasts(holiday, offset, time, civil[row])) ? 1 : 0,
      ),
    })),
    ...regressors.map(({ name, mode, priorScale, mean, deviation }) => ({
      mode,
      priorScale,
      column: Float64Array.from(order, (i) => ((history.regressors?.[name][i] ?? NaN) - mean) / deviation),
    })),
    ...options.steps.map(({ time, priorScale }) => ({
      mode: 'additive' as const,
      priorScale,
      column: Float64Array.from(times, (at) => (at >= time ? 1 : 0)),
    })),
  ];
}

function lasts(holiday: Holiday, offset: number | null, time: number, civil: number): boolean {
  if (!('day' in holiday)) {
    return offset === null && time >= holiday.start && time < holiday.end;
  }
  const { day, lowerWindow = 0, upperWindow = 0 } = holiday;
  const start = Date.parse(`${day}T00:00:00Z`) + (offset ?? NaN) * DAY_MS;
  return offset !== null && offset >= lowerWindow && offset <= upperWindow && civil >= start && civil < start + DAY_MS;
}

/** sin(2 pi turn), or the cosine one quarter on; reduced in turns, where reducing is exact. */
function sineOfTurn(turn: number, quarters: number): number {
  const nearest = Math.round(4 * turn);
  const rest = 2 * Math.PI * (turn - nearest / 4);
  const values = [Math.sin(rest), Math.cos(rest), -Math.sin(rest), -Math.cos(rest)];
  return values[(nearest + quarters) % 4];
}
