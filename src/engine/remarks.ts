import type { Model } from 'prophet-wasm';

const statusRemarks: Readonly<Record<Model['fit']['status'], string | undefined>> = {
  certified: undefined,
  rounding: undefined,
  constant: 'The history is constant: only values away from it by the minimum deviation are flagged.',
  unsettled: 'The fit stopped near its optimum, not at it: fewer seasonalities or regressors would make it certain.',
  imported: 'The model was fitted elsewhere: how well it fits was not checked here.',
  interpolating: 'The history fits the model without any noise: only values beyond the minimum deviation are flagged.',
};

/** What a reader should know about a fitted model. */
export function modelRemarks(model: Model): string[] {
  const off = model.inactiveSeasonalities
    .filter(({ name }) => name !== 'yearly')
    .map(({ name, reason }) => `No ${name} pattern: ${reason}`);
  const status = statusRemarks[model.fit.status];
  return status === undefined ? off : [status, ...off];
}
