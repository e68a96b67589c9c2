import { PrometheusError } from './prometheusError.js';
import { isRecord, itemsOf, textFields, textsIn } from './untyped.js';

/** Samples of one series, as Prometheus gave them. */
export interface Samples {
  readonly labels: Readonly<Record<string, string>>;
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** NaN where Prometheus says so, and for infinite values. */
  readonly y: Float64Array;
}

/** Prometheus's remarks besides the data. */
export interface Remarks {
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

/** Answer to a range or instant query. */
export interface MatrixAnswer extends Remarks {
  readonly series: readonly Samples[];
  /** Whether some series are native histograms, which have no single value and are left out. */
  readonly hasHistograms: boolean;
}

/** The `data` and the remarks of any answer of Prometheus's API. */
export interface Envelope extends Remarks {
  readonly data: unknown;
}

/** @throws PrometheusError where this is no answer of Prometheus's API. */
export function readEnvelope(body: unknown): Envelope {
  if (!isRecord(body) || body.status !== 'success') {
    throw new PrometheusError(
      'answer',
      "What answered is not Prometheus. Check the data source's URL: it must not include /api/v1.",
    );
  }
  return { data: body.data, warnings: textsIn(body.warnings), infos: textsIn(body.infos) };
}

function readSamples(points: readonly unknown[]): Pick<Samples, 'time' | 'y'> {
  const time = new Float64Array(points.length);
  const y = new Float64Array(points.length);
  points.forEach((point, row) => {
    const [seconds, text] = itemsOf(point);
    const value = Number(text);
    time[row] = Math.round(Number(seconds) * 1000);
    y[row] = Number.isFinite(value) ? value : NaN;
  });
  return { time, y };
}

function readSeries(entry: unknown): Samples[] {
  if (!isRecord(entry)) {
    return [];
  }
  const points = Array.isArray(entry.values) ? entry.values : entry.value === undefined ? [] : [entry.value];
  return points.length === 0 ? [] : [{ labels: textFields(entry.metric), ...readSamples(points) }];
}

/** The series of an answer to a query. */
export function readMatrix({ data, warnings, infos }: Envelope): MatrixAnswer {
  const result: unknown = isRecord(data) ? data.result : undefined;
  if (!Array.isArray(result)) {
    throw new PrometheusError('answer', 'What answered is not Prometheus: it sent no result.');
  }
  // A scalar is a point instead of a list of series.
  const isScalar = isRecord(data) && data.resultType === 'scalar';
  const entries: readonly unknown[] = isScalar ? [{ metric: {}, value: result }] : result;
  const hasHistograms = entries.some((entry) => isRecord(entry) && ('histograms' in entry || 'histogram' in entry));
  return { series: entries.flatMap(readSeries), hasHistograms, warnings, infos };
}
