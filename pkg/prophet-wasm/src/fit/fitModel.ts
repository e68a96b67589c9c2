import type { History } from '../history/history.js';
import { isRegular } from '../history/cleanHistory.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions } from '../options/prophetOptions.js';
import { fitGridModel } from './fitGridModel.js';
import { fitRowsModel } from './fitRowsModel.js';
import type { Model } from './model.js';

/** Fits a model to a history. */
export function fitModel(kernel: Kernel, history: History, given?: ProphetOptions): Model {
  const options = parseOptions(given);
  const regular = isRegular(history) ? fitGridModel(kernel, history, options) : null;
  return regular ?? fitRowsModel(kernel, history, options);
}
