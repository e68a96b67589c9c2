import type { DataFrame } from '@grafana/data';

/**
 * A frame that says which PromQL was sent for it, variables and filters filled in: Grafana's query inspector shows it, and
 * rules are made of it. Unchanged where nothing was sent.
 */
export function withExecutedQuery(frame: DataFrame, expr: string): DataFrame {
  return expr === '' ? frame : { ...frame, meta: { ...frame.meta, executedQueryString: expr } };
}

/** The same as a frame of Foreband's data source says it; undefined where nothing was sent, as for simulated samples. */
export function executedQueryOf(frame: DataFrame): string | undefined {
  return frame.meta?.executedQueryString;
}
