import type { Series, TimeSpan } from 'foreband-detector';

/** The panel's request to a data source, so that the reader can check it. */
export interface AskedFor {
  /** Names of the data sources asked. */
  readonly dataSources: readonly string[];
  /** Queries asked again, by refId. */
  readonly refIds: readonly string[];
  /** The range all answers together cover. */
  readonly span: TimeSpan;
  /** Step asked for in ms. */
  readonly stepMs: number;
  /** Requests sent so far for this query. */
  readonly nRequests: number;
}

/** The samples the panel fetched for itself. */
export interface TrainingAnswer {
  /** By pairing key (query and labels). */
  readonly series: ReadonlyMap<string, Series>;
  readonly askedFor: AskedFor;
}

/** How far the panel is with its own training data. */
export type Training =
  /** No series needs any. */
  | { readonly kind: 'notNeeded' }
  /** Asking, and nothing of the same query is known yet. */
  | { readonly kind: 'asking' }
  /** `remark` says what of the range is missing, and why; undefined while nothing is. */
  | { readonly kind: 'ready'; readonly answer: TrainingAnswer; readonly remark?: string }
  /** Nothing can be asked again: the panel is fitted to what is visible. `reason` completes "because …". */
  | { readonly kind: 'visibleOnly'; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string };
