import { placeChangepoints } from './changepoints.js';
import { chooseSeasonalities } from './chooseSeasonalities.js';
import { cleanHistory, type History } from './history.js';
import type { FitOutput, Kernel } from './marshal.js';
import type { FitStatus, Model, ModelParams, ModelScaling } from './model.js';
import { parseOptions } from './parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from './prophetOptions.js';
import { chooseScaling } from './scaling.js';
import type { Seasonality } from './seasonality.js';

/** sigmaObs of a constant series, as in Prophet. */
const CONSTANT_SIGMA = 1e-9;

/** Fits a model to a history. */
export function fitModel(kernel: Kernel, data: History, given?: ProphetOptions): Model {
  const options = parseOptions(given);
  const history = cleanHistory(data);
  const { time, y } = history;
  const scaling = chooseScaling(history, options.scaling);
  const { active, inactive } = chooseSeasonalities(time, options);
  const tChange = scaledChangepoints(time, scaling, options);
  const { growth, changepointPriorScale } = options;
  const fitted =
    history.yMin === history.yMax
      ? constantFit(y.length, (y[0] - scaling.yMin) / scaling.yScale, active, tChange.length)
      : kernel.fit({
          time,
          y,
          scaling,
          growth,
          seasonalities: active,
          changepoints: growth === 'flat' ? [] : tChange,
          changepointPriorScale,
        });
  return {
    version: 1,
    options,
    scaling,
    params: completeParams(fitted.params, tChange),
    seasonalities: active,
    inactiveSeasonalities: inactive,
    history: { start: time[0], end: time[time.length - 1], count: time.length },
    fit: { status: settled(fitted.status), logPosterior: fitted.logPosterior, kkt: fitted.kkt },
  };
}

/** Without changepoints Prophet's Stan program still has one, at time 0. */
function scaledChangepoints(time: Float64Array, scaling: ModelScaling, options: ResolvedOptions): number[] {
  const changepoints = placeChangepoints(time, options);
  return changepoints.length === 0
    ? [0]
    : changepoints.map((changepoint) => (changepoint - scaling.timeStart) / scaling.timeScaleMs);
}

/** Prophet skips the optimiser where min y = max y: its initial values stand, with next to no noise. */
function constantFit(n: number, m: number, seasonalities: readonly Seasonality[], nDelta: number): ConstantFit {
  const nBeta = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  return {
    status: 'constant',
    logPosterior: -((m * m) / 50) - 2 * CONSTANT_SIGMA ** 2 - n * Math.log(CONSTANT_SIGMA),
    kkt: 0,
    params: {
      k: 0,
      m,
      delta: new Array<number>(nDelta).fill(0),
      beta: new Array<number>(nBeta).fill(0),
      sigmaObs: CONSTANT_SIGMA,
    },
  };
}

type ConstantFit = Omit<FitOutput, 'status'> & { readonly status: 'constant' };

/** Flat growth has no rate changes; a lone changepoint at time 0 is part of the base rate. */
function completeParams(params: Omit<ModelParams, 'tChange'>, tChange: readonly number[]): ModelParams {
  const { delta, k } = params;
  if (delta.length === 0) {
    return { ...params, delta: tChange.map(() => 0), tChange };
  }
  if (tChange.length === 1 && tChange[0] === 0) {
    return { ...params, k: k + delta[0], delta: [0], tChange };
  }
  return { ...params, tChange };
}

function settled(status: FitStatus | 'unsettled'): FitStatus {
  if (status === 'unsettled') {
    throw new Error('the optimality conditions could not be met; remove extreme values or lower the Fourier orders');
  }
  return status;
}
