import type { Model } from 'prophet-wasm';

/**
 * Refuses a model that needs more than times to forecast: no data source has the future of its other columns.
 * @throws RangeError naming the field of Python's file, the column and the remedy.
 */
export function checkTimesAreEnough({ regressors, seasonalities, options, scaling }: Model): void {
  const condition = seasonalities.find(({ conditionName }) => conditionName !== null)?.conditionName ?? null;
  if (regressors.length > 0) {
    throw refusal('extra_regressors', regressors[0].name, 'without it');
  }
  if (condition !== null) {
    throw refusal('seasonalities', condition, 'without this condition');
  }
  if (options.growth === 'logistic' && scaling.cap === null) {
    throw refusal('history', 'cap', 'with a cap that never changes');
  }
  if (scaling.hasFloor && scaling.floor === null) {
    throw refusal('history', 'floor', 'with a floor that never changes');
  }
}

function refusal(field: string, column: string, remedy: string): RangeError {
  return new RangeError(
    `cannot read ${field}: ${column} (a forecast here knows times alone, not this column; fit the model ${remedy})`,
  );
}
