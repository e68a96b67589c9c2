export { createClient, type Connection, type PrometheusClient, type RangeQuery } from './api/client.js';
export { explainFailure } from './api/explainFailure.js';
export { pointsIn } from './api/pieces.js';
export { PrometheusError, isFailure } from './api/prometheusError.js';
export { rangeInPieces } from './api/rangeInPieces.js';
export type { PrometheusRequest, Send } from './api/transport.js';
export { createRequestQueue, type Priority } from './api/requestQueue.js';
export { isRecord, textAt } from './api/untyped.js';

export { BLOCK_POINTS } from './cache/block.js';
export { createBlockStore } from './cache/blockStore.js';
export type { GridColumns } from './cache/joinBlocks.js';
export { createRangeCache, type CachedQuery, type OnPiece, type RangeCache } from './cache/rangeCache.js';
export { seriesKey } from './cache/seriesKey.js';
export { settledTo } from './cache/settledTo.js';

export { addMatchers } from './promql/addMatchers.js';
export { fillVariables, type FillText } from './promql/fillVariables.js';
export { filterMatchers } from './promql/filterMatchers.js';
export { findSyntaxProblem, type SyntaxProblem } from './promql/findSyntaxProblem.js';
export { fillIntervals } from './promql/intervals.js';
export { keepIntervals } from './promql/keepIntervals.js';
export { fillLegend, legendOf } from './promql/legend.js';
export { formatSelector } from './promql/matcher.js';
export { offerRate } from './promql/offerRate.js';
export { parseDuration } from './promql/parseDuration.js';
export { promDuration } from './promql/promDuration.js';
