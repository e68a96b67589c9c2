// Asking Prometheus.
export { createClient, type Connection, type LabelScope, type PrometheusClient, type Wanted } from './api/client.js';
export type { PrometheusRequest, Send } from './api/transport.js';
export type { MatrixAnswer, Remarks, Samples } from './api/answer.js';
export { seriesKey, type Labels } from './api/seriesKey.js';
export { createRequestQueue, type Priority, type RequestQueue } from './api/requestQueue.js';
export { explainFailure } from './api/explainFailure.js';
export { saysLimit } from './api/saysLimit.js';
export { isFailure, PrometheusError, type FailureKind } from './api/prometheusError.js';
export { isRecord, textAt } from './api/untyped.js';

// Reading ranges, of whatever server.
export { RangeClient, type RangeClientOptions } from './range/rangeClient.js';
export type { CompletedRange, RangeObserver, RangeResult, WantedRange } from './range/rangeObserver.js';
export type { RangeHost, RangeQuery } from './range/rangeQuery.js';
export type { RangeState } from './range/rangeState.js';
export type {
  AnswerContext,
  QueryName,
  RangeArchive,
  RangeStore,
  RangeTypes,
  ReadContext,
} from './range/rangeStore.js';
export type { Sending, Transport } from './range/transport.js';
export type { After, Clock } from './range/clock.js';
export { settledTo } from './range/settledTo.js';
export { hull, overlaps, pointsIn, type TimeSpan } from './span.js';

// Stores of ranges: blocks of a grid, or rows.
export { gridStore, type GridRange, type GridTypes } from './grid/gridStore.js';
export type { GridColumns } from './grid/joinBlocks.js';
export { createGridArchive } from './grid/gridArchive.js';
export { createBlockStore, type BlockStore } from './grid/blockStore.js';
export { BLOCK_POINTS } from './grid/block.js';
export {
  createRowStore,
  type RowOperations,
  type RowRange,
  type RowsBySeries,
  type RowTypes,
} from './rows/rowStore.js';

// Reading and writing PromQL.
export { findSyntaxProblem, type SyntaxProblem } from './promql/findSyntaxProblem.js';
export { addMatchers } from './promql/addMatchers.js';
export { filterMatchers } from './promql/filterMatchers.js';
export { formatSelector, type Matcher } from './promql/matcher.js';
export { fillVariables, type FillText } from './promql/fillVariables.js';
export { fillIntervals } from './promql/intervals.js';
export { keepIntervals } from './promql/keepIntervals.js';
export { fillLegend, legendOf } from './promql/legend.js';
export { splitLiteral, textOf, type StringLiteral } from './promql/stringLiteral.js';
export { offerRate } from './promql/offerRate.js';
export { parseDuration } from './promql/parseDuration.js';
export { promDuration } from './promql/promDuration.js';
