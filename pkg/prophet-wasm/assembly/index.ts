export { allocate, reset, version } from './memory';
export { fitRows } from './fitRows';
export { fitGrid } from './fitGrid';
export { fitMoments } from './fitMoments';
export { predictTrend } from './forecast/trend';
export { predictTerm } from './forecast/term';
export { predictInterval } from './forecast/interval';
export { predictTrendInterval } from './forecast/trendInterval';
