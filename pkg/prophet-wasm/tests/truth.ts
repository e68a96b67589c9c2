import type { Model, Prophet } from 'prophet-wasm';

import type { AwkwardSeries } from './awkwardSeries.js';
import { conditions, createDesign, residuals } from './posterior.js';

/** Why a model's status is not the truth, by the rows alone; undefined when it is. */
export function untruth(series: AwkwardSeries, model: Model): string | undefined {
  const { status } = model.fit;
  return isConstant(series) === (status === 'constant') ? falseClaim(series, model) : `${status}, and that is not so`;
}

function isConstant({ history, options }: AwkwardSeries): boolean {
  const present = Array.from(history.y).filter((y) => !Number.isNaN(y));
  return options.growth !== 'logistic' && present.every((y) => y === present[0]);
}

function falseClaim({ history }: AwkwardSeries, model: Model): string | undefined {
  const { status, kkt } = model.fit;
  const tolerance = 1e-6 / model.options.changepointPriorScale;
  const holds = kkt <= tolerance;
  switch (status) {
    case 'constant':
      return model.params.sigmaObs === 1e-9 ? undefined : `constant with sigma ${model.params.sigmaObs}`;
    case 'certified':
      return holds ? brokenCondition(history, model, tolerance) : `certified with kkt ${kkt}`;
    case 'rounding':
      return holds ? `rounding with kkt ${kkt}` : brokenCondition(history, model, tolerance);
    case 'interpolating':
      return missedRow(history, model);
    case 'unsettled':
      return bends(model) && !holds ? undefined : `unsettled with kkt ${kkt}`;
    case 'imported':
      return 'imported, though it was fitted here';
  }
}

/** Whether the means bend with the parameters. */
function bends({ options, seasonalities, holidays, regressors }: Model): boolean {
  const modes = [...seasonalities, ...regressors].map(({ mode }) => mode);
  const all = holidays.length > 0 ? [...modes, options.holidaysMode] : modes;
  return options.growth === 'logistic' || all.includes('multiplicative');
}

/** Numbers of a model and of its forecast that are none; undefined when all are finite. */
export function infinity(prophet: Prophet, { history }: AwkwardSeries, model: Model): string | undefined {
  const { params, fit, scaling } = model;
  const figures = { ...params, ...fit, scale: scaling.yScale, sigma: Math.max(params.sigmaObs, 0) };
  const { components, ...columns } = prophet.predict(model, history);
  const bad = Object.entries({ ...figures, ...columns, ...components }).find(
    ([, value]) => typeof value !== 'string' && ![value].flat().every((one) => isFiniteColumn(one)),
  );
  return bad && `${bad[0]} is not finite`;
}

function isFiniteColumn(value: number | readonly number[] | Float64Array): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : Array.from(value).every(Number.isFinite);
}

/** Every condition, recomputed from the rows, must hold to the tolerance and what rounding may do to it. */
function brokenCondition(history: AwkwardSeries['history'], model: Model, tolerance: number): string | undefined {
  const broken = conditions(createDesign(history, model), model.params).find(
    ({ residual, rounding }) => !(residual <= tolerance + 16 * rounding),
  );
  return broken && `${model.fit.status}, but ${broken.name} is off by ${broken.residual}`;
}

/** A model that interpolates has sigma at its floor, and leaves no residuals but what rounding and dependent columns cost. */
function missedRow(history: AwkwardSeries['history'], model: Model): string | undefined {
  const design = createDesign(history, model);
  const rss = residuals(design, model.params).reduce((sum, r) => sum + r * r, 0);
  const rms = Math.sqrt(rss / design.n);
  return model.params.sigmaObs === 1e-9 && rms < 1e-6 ? undefined : `interpolating with residuals of ${rms}`;
}
