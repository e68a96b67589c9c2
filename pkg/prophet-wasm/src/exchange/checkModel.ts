import type { Model } from '../fit/model.js';
import { parseOptions } from '../options/parseOptions.js';
import { parseRecurring } from '../recurring/parseRecurring.js';
import { checkComponentName } from '../recurring/withRecurring.js';
import { boundedHolidayColumns } from './holidayBounds.js';
import { unreadable } from './reader.js';
import { sameFields } from './sameFields.js';

/** Times of a file may be rounded to the millisecond. */
const TIME_TOLERANCE_MS = 1;

const BUILT_IN: readonly string[] = ['yearly', 'weekly', 'daily'];

/**
 * Checks the fields of a model against each other: options that can be fitted, and the features that they lead to.
 * @throws RangeError naming the field that does not fit the others.
 */
export function checkModel(model: Model): Model {
  checkAscending('options.changepoints', model.options.changepoints ?? []);
  parseOptions(model.options);
  checkSeasonalities(model);
  checkHolidays(model);
  checkRegressors(model);
  checkRecurring(model);
  checkBounds(model);
  checkParams(model);
  checkScaling(model);
  checkTimes(model);
  return model;
}

function checkSeasonalities({ seasonalities, options }: Model): void {
  checkOnce('seasonalities', seasonalities);
  seasonalities.forEach((one, i) => {
    const isOwn = options.seasonalities.some((own) => sameFields(own, one));
    const isBuiltIn = BUILT_IN.includes(one.name) && one.conditionName === null;
    if (!isOwn && !isBuiltIn) {
      throw unreadable(`seasonalities[${i}]`, one.name, 'one of options.seasonalities as it stands there, or built in');
    }
  });
  options.seasonalities.forEach(({ name }, i) => {
    if (!seasonalities.some((one) => one.name === name)) {
      throw unreadable(`options.seasonalities[${i}]`, name, 'one of seasonalities');
    }
  });
}

function checkHolidays({ holidays, options }: Model): void {
  const columns = boundedHolidayColumns(options.holidays);
  checkLength('holidays', holidays, columns.length, 'one for each day of the windows of options.holidays');
  holidays.forEach((column, i) => {
    if (!sameFields(column, columns[i])) {
      throw unreadable(
        `holidays[${i}]`,
        column.name,
        `${columns[i].name} by options.holidays, in the order of columns`,
      );
    }
  });
}

function checkRegressors({ regressors, options }: Model): void {
  checkLength('regressors', regressors, options.regressors.length, 'one for each of options.regressors');
  regressors.forEach(({ name, priorScale, mode }, i) => {
    if (!sameFields({ name, priorScale, mode }, options.regressors[i])) {
      throw unreadable(`regressors[${i}]`, name, `${options.regressors[i].name} as in options.regressors`);
    }
  });
}

function checkRecurring(model: Model): void {
  if (model.recurring !== null) {
    checkComponentName(model);
    parseRecurring(model.recurring);
  }
}

/** A bound of the model is one of the options, or none; an option that always holds is in force. */
function checkBounds({ bounds, options }: Model): void {
  for (const side of ['lower', 'upper'] as const) {
    const wanted = options.bounds[side];
    if (bounds[side] !== wanted && (bounds[side] !== null || options.bounds.when === 'always')) {
      throw unreadable(`bounds.${side}`, bounds[side], `${wanted}, as in options.bounds`);
    }
  }
}

function checkParams({ params, seasonalities, holidays, regressors, options }: Model): void {
  const { beta, delta, tChange } = params;
  const nWaves = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  const nBeta = nWaves + holidays.length + regressors.length + options.steps.length;
  checkLength('params.beta', beta, nBeta, 'two for each Fourier order, one for each holiday, regressor and step');
  checkLength('params.delta', delta, tChange.length, 'one for each of params.tChange');
  checkAscending('params.tChange', tChange);
  const outside = tChange.findIndex((t) => t < 0 || t > 1);
  if (outside !== -1) {
    throw unreadable(`params.tChange[${outside}]`, tChange[outside], 'a scaled time from 0 to 1');
  }
  const { changepoints, nChangepoints } = options;
  const most = Math.max(changepoints?.length ?? nChangepoints, 1);
  const least = changepoints === null ? 1 : most;
  if (tChange.length < least || tChange.length > most) {
    const count = least === most ? `${most}` : `${least} to ${most}`;
    throw unreadable(
      'params.tChange',
      `${tChange.length} items`,
      `${count} by the options; 0 stands for no changepoint`,
    );
  }
}

function checkScaling({ scaling, options }: Model): void {
  const { hasFloor, floor, cap, yMin } = scaling;
  if (options.growth !== 'logistic' && (hasFloor || cap !== null)) {
    throw unreadable(hasFloor ? 'scaling.hasFloor' : 'scaling.cap', hasFloor || cap, 'none without logistic growth');
  }
  if (hasFloor) {
    checkCap(cap, floor);
    return;
  }
  if (floor !== null) {
    throw unreadable('scaling.floor', floor, 'null where scaling.hasFloor is false');
  }
  if (options.scaling === 'absmax' && yMin !== 0) {
    throw unreadable('scaling.yMin', yMin, '0 with absmax scaling');
  }
  checkCap(cap, yMin);
}

function checkCap(cap: number | null, floor: number | null): void {
  if (cap !== null && floor !== null && cap <= floor) {
    throw unreadable('scaling.cap', cap, `more than the floor, ${floor}`);
  }
}

function checkTimes({ history, scaling }: Model): void {
  const { start, end } = history;
  const { timeStart, timeScaleMs } = scaling;
  if (end <= start) {
    throw unreadable('history.end', end, `a time after history.start, ${start}`);
  }
  if (Math.abs(timeStart - start) > TIME_TOLERANCE_MS) {
    throw unreadable('scaling.timeStart', timeStart, `history.start, ${start}`);
  }
  if (Math.abs(timeScaleMs - (end - start)) > TIME_TOLERANCE_MS) {
    throw unreadable('scaling.timeScaleMs', timeScaleMs, `the span of the history, ${end - start}`);
  }
}

function checkLength(at: string, values: readonly unknown[], length: number, why: string): void {
  if (values.length !== length) {
    throw unreadable(at, `${values.length} items`, `${length}: ${why}`);
  }
}

function checkOnce(at: string, named: readonly { readonly name: string }[]): void {
  const names = new Set<string>();
  named.forEach(({ name }, i) => {
    if (names.has(name)) {
      throw unreadable(`${at}[${i}].name`, name, 'every name once');
    }
    names.add(name);
  });
}

function checkAscending(at: string, values: readonly number[]): void {
  const i = values.findIndex((value, index) => index > 0 && value < values[index - 1]);
  if (i !== -1) {
    throw unreadable(`${at}[${i}]`, values[i], `at least the one before it, ${values[i - 1]}`);
  }
}
