import type { CleanHistory } from './history.js';
import type { ModelScaling } from './model.js';
import type { Scaling } from './prophetOptions.js';

/** Prophet's scaling of a history; a scale of 0 becomes 1. */
export function chooseScaling(history: CleanHistory, scaling: Scaling): ModelScaling {
  const { time, yMin, yMax } = history;
  const timeStart = time[0];
  const timeScaleMs = time[time.length - 1] - timeStart;
  if (scaling === 'minmax') {
    return { yScale: yMax - yMin || 1, yMin, timeStart, timeScaleMs };
  }
  return { yScale: Math.max(Math.abs(yMin), Math.abs(yMax)) || 1, yMin: 0, timeStart, timeScaleMs };
}
