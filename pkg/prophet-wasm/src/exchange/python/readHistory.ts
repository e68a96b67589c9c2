import type { TimedHistory, ValueOrColumn } from '../../history/history.js';
import { MAX_Y } from '../../options/limits.js';
import { number, unreadable, type Reader } from '../reader.js';
import { column, isoTime } from './pandas.js';
import type { PythonFields } from './pythonFields.js';

/** Observations with what else a model needs of them, ascending in time. */
export interface ReadHistory extends TimedHistory {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  readonly y: Float64Array;
}

const value = number(-MAX_Y, MAX_Y);

/** True or false; numbers stand for them in tables that pandas did not know as such. */
const condition: Reader<boolean> = (held, at) => {
  if (held === true || held === 1) {
    return true;
  }
  if (held === false || held === 0) {
    return false;
  }
  throw unreadable(at, held, 'true or false');
};

/**
 * The history of a file in the caller's units: its regressors are stored standardised, and to ten decimals.
 * @throws RangeError for fewer than two rows, rows that go back in time, or a bad value.
 */
export function readHistory(file: PythonFields): ReadHistory {
  const { growth, logistic_floor: hasFloor, seasonalities, extra_regressors: regressors } = file;
  const columnOf = <T>(name: string, read: Reader<T>) => column(file.history, 'history', name, read);
  const conditions = new Set(seasonalities.flatMap(({ condition_name: name }) => name ?? []));
  return {
    time: checkTimes(Float64Array.from(columnOf('ds', isoTime))),
    y: Float64Array.from(columnOf('y', value)),
    ...(growth === 'logistic' ? { cap: bound(columnOf('cap', value)) } : {}),
    ...(growth === 'logistic' && hasFloor ? { floor: bound(columnOf('floor', value)) } : {}),
    ...(regressors.length === 0
      ? {}
      : {
          regressors: Object.fromEntries(
            regressors.map(({ name, mu, std }) => [
              name,
              Float64Array.from(columnOf(name, (held, at) => value(number()(held, at) * std + mu, at))),
            ]),
          ),
        }),
    ...(conditions.size === 0
      ? {}
      : { conditions: Object.fromEntries(Array.from(conditions, (name) => [name, columnOf(name, condition)])) }),
  };
}

function checkTimes(time: Float64Array): Float64Array {
  if (time.length < 2) {
    throw unreadable('history', `${time.length} rows`, 'at least 2');
  }
  const i = time.findIndex((at, row) => row > 0 && at < time[row - 1]);
  if (i !== -1) {
    throw unreadable(`history[${i}].ds`, new Date(time[i]).toISOString(), 'no time before that of the row above');
  }
  return time;
}

/** A bound that never changes is one number, which then holds in forecasts too. */
function bound(values: readonly number[]): ValueOrColumn {
  return values.every((one) => one === values[0]) ? values[0] : Float64Array.from(values);
}
