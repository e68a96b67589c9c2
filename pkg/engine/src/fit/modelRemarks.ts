import type { Model } from 'prophet-wasm';

import type { FittedModel } from './fittedModel.js';

const statusRemarks: Readonly<Record<Model['fit']['status'], string | undefined>> = {
  certified: undefined,
  rounding: undefined,
  constant:
    'The history is constant: values away from it by the minimum deviation are flagged, by 0.1 % where none is set.',
  unsettled: 'The fit stopped near its optimum, not at it: fewer seasonalities or regressors would make it certain.',
  imported: 'The model was fitted elsewhere: how well it fits was not checked here.',
  interpolating: 'The history fits the model without any noise: only values beyond the minimum deviation are flagged.',
};

const DAY_MS = 86_400_000;
const MOST_NAMED = 3;

type Row = Model['options']['holidays'][number];

// A day more on either side, for the zones of the world.
function isWithin(row: Row, { start, end }: Model['history']): boolean {
  if (!('day' in row)) {
    return row.start <= end && row.end > start;
  }
  const midnight = Date.parse(`${row.day}T00:00:00Z`);
  return midnight + (row.upperWindow + 1) * DAY_MS > start && midnight + row.lowerWindow * DAY_MS <= end;
}

function unseenRemarks({ options: { holidays }, history }: Model): string[] {
  const seen = new Set(holidays.filter((row) => isWithin(row, history)).map(({ name }) => name));
  const names = [...new Set(holidays.map(({ name }) => name))].filter((name) => !seen.has(name));
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const named = names.slice(0, MOST_NAMED).join(', ');
  return names.length === 0
    ? []
    : [`Nothing is known of ${named}${more}: not within the history. A longer training window may hold one.`];
}

// What was excluded may well be the other value of a series that has two.
function constantRemark(nExcluded: number): string {
  const samples = nExcluded === 1 ? 'one sample' : `${nExcluded} samples`;
  return `But for ${samples} excluded from the fit the history is constant: values away from it by the minimum deviation are flagged, by 0.1 % where none is set.`;
}

/** Remarks on a fitted model for its reader. */
export function modelRemarks({ model, nExcluded }: Pick<FittedModel, 'model' | 'nExcluded'>): string[] {
  const off = model.inactiveSeasonalities
    .filter(({ name }) => name !== 'yearly')
    .map(({ name, reason }) => `No ${name} seasonality: ${reason}`);
  const isPartial = model.fit.status === 'constant' && nExcluded > 0;
  const status = isPartial ? constantRemark(nExcluded) : statusRemarks[model.fit.status];
  const all = [...off, ...unseenRemarks(model)];
  return status === undefined ? all : [status, ...all];
}
