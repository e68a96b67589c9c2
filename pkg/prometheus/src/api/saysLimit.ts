// Words of Prometheus, Mimir, Cortex, Thanos, VictoriaMetrics, Loki, InfluxDB and Elasticsearch for what is too long or too
// much: `exceeded maximum resolution`, `would load too many samples`, `the query time range exceeds the limit`,
// `limit 50000 violated`, `-search.maxSamplesPerQuery`, `max-select-point limit`, `too_many_buckets`.
const LIMIT_WORDS = /exceed|limit|maximum|\bmax[-_]|search\.max|too[ _](many|long|large|much|big)|not enough memory/i;

// A wrong expression is wrong, however short the range, and so is one that cannot be computed; who asks too often is not
// helped by more requests.
const NEVER_A_LIMIT =
  /parse error|syntax error|unknown function|invalid expression|invalid parameter "query"|expected type|many-to-many|multiple matches|same labelset|duplicate series|too many (outstanding )?requests|rate[ -]limit/i;

/** Whether an error, in a server's own words, cannot be about the length of what was asked. */
export function isNeverLimit(text: string): boolean {
  return NEVER_A_LIMIT.test(text);
}

/** Whether an error, in a server's own words, is about the length of what was asked: a shorter range may do. */
export function saysLimit(text: string): boolean {
  return LIMIT_WORDS.test(text) && !isNeverLimit(text);
}
