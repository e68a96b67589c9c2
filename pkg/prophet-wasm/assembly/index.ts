export { allocate, reset, version } from './memory';
export { fit } from './fitSeries';
export { predictSeasonality, predictTrend } from './predict';
export { predictHalfWidth } from './interval';
