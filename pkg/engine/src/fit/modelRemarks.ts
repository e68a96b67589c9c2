import type { Model } from 'prophet-wasm';

const statusRemarks: Readonly<Record<Model['fit']['status'], string | undefined>> = {
  certified: undefined,
  rounding: undefined,
  constant: 'The history is constant: only values away from it by the minimum deviation are flagged.',
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

/** Remarks on a fitted model for its reader. */
export function modelRemarks(model: Model): string[] {
  const off = model.inactiveSeasonalities
    .filter(({ name }) => name !== 'yearly')
    .map(({ name, reason }) => `No ${name} seasonality: ${reason}`);
  const status = statusRemarks[model.fit.status];
  const all = [...off, ...unseenRemarks(model)];
  return status === undefined ? all : [status, ...all];
}
