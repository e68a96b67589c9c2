import { parser } from '@prometheus-io/lezer-promql';
import { createDemoSeries, type DemoSeries } from './demoSeries';
import { evaluateExpression, type Column } from './evaluateExpression';
import { selectSeries } from './selectSeries';

/** The address of the demo's Prometheus, which is none: RFC 2606 keeps `.invalid` from ever being given to anybody. */
export const DEMO_URL = 'http://demo-prometheus.invalid';

/** Prometheus's own limit of points a series. */
const MAX_POINTS = 11_000;
const SECOND_MS = 1000;
const LABEL_VALUES = /^\/api\/v1\/label\/([^/]+)\/values$/;

type Data = (series: readonly DemoSeries[], asked: URLSearchParams, now: number) => unknown;

function numberOf(asked: URLSearchParams, name: string, otherwise?: number): number {
  const text = asked.get(name);
  const value = text === null ? (otherwise ?? NaN) : Number(text);
  if (!Number.isFinite(value)) {
    throw new RangeError(`invalid ${name}: ${String(text)} (expected a number of seconds)`);
  }
  return value;
}

const sample = (time: number, value: number) => [time / SECOND_MS, String(value)];
const isPresent = ({ values }: Column) => values.some((value) => !Number.isNaN(value));

function matrix(series: readonly DemoSeries[], asked: URLSearchParams): unknown {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => numberOf(asked, name));
  const length = Math.floor((end - start) / step) + 1;
  if (!(step > 0) || length > MAX_POINTS) {
    throw new RangeError('exceeded maximum resolution of 11,000 points per timeseries.');
  }
  const times = Float64Array.from({ length: Math.max(0, length) }, (_, row) => (start + row * step) * SECOND_MS);
  const columns = evaluateExpression(asked.get('query') ?? '', { series, times }).filter(isPresent);
  const result = columns.map(({ labels, values }) => ({
    metric: labels,
    values: [...values].flatMap((value, row) => (Number.isNaN(value) ? [] : [sample(times[row], value)])),
  }));
  return { resultType: 'matrix', result };
}

function vector(series: readonly DemoSeries[], asked: URLSearchParams, now: number): unknown {
  const time = numberOf(asked, 'time', now / SECOND_MS) * SECOND_MS;
  const columns = evaluateExpression(asked.get('query') ?? '', { series, times: Float64Array.of(time) });
  const result = columns
    .filter(isPresent)
    .map(({ labels, values: [value] }) => ({ metric: labels, value: sample(time, value) }));
  return { resultType: 'vector', result };
}

/** The series that any of the `match[]` selectors means; all without one. */
function matching(series: readonly DemoSeries[], asked: URLSearchParams): readonly DemoSeries[] {
  const selectors = asked.getAll('match[]');
  const found = selectors.flatMap((text) => {
    const node = parser.parse(text).topNode.firstChild;
    return node?.name === 'VectorSelector' ? selectSeries(series, node, text) : [];
  });
  return selectors.length === 0 ? series : [...new Set(found)];
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

const endpoints: Readonly<Record<string, Data>> = {
  '/api/v1/query_range': matrix,
  '/api/v1/query': vector,
  '/api/v1/series': (series, asked) => matching(series, asked).map(({ labels }) => labels),
  '/api/v1/labels': (series, asked) => sorted(matching(series, asked).flatMap(({ labels }) => Object.keys(labels))),
  '/api/v1/status/buildinfo': () => ({ version: 'demo', goVersion: 'demo' }),
};

const valuesOf =
  (label: string): Data =>
  (series, asked) =>
    sorted(matching(series, asked).flatMap(({ labels }) => labels[label] ?? []));

function dataOf(path: string): Data | undefined {
  const label = LABEL_VALUES.exec(path)?.[1];
  return label === undefined ? endpoints[path] : valuesOf(decodeURIComponent(label));
}

const answer = (status: number, body: unknown) => Response.json(body, { status });

/**
 * A Prometheus that exists only in the workbench: it answers `fetch` to `DEMO_URL` with the metrics of invented hosts, in
 * the form of Prometheus's API, as far as the dashboards and a first look around need it.
 * @param now the present, epoch ms.
 */
export function createDemoPrometheus(now: () => number): (address: string, init?: RequestInit) => Promise<Response> {
  let series: readonly DemoSeries[] | undefined;
  return async (address, init) => {
    const { pathname, searchParams } = new URL(address);
    const posted = typeof init?.body === 'object' ? await new Response(init.body).text() : '';
    const asked = new URLSearchParams([...searchParams, ...new URLSearchParams(posted)]);
    const data = dataOf(pathname);
    if (data === undefined) {
      return answer(404, { status: 'error', errorType: 'not_found', error: `the demo does not answer ${pathname}` });
    }
    series ??= createDemoSeries(now);
    try {
      return answer(200, { status: 'success', data: data(series, asked, now()) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return answer(400, { status: 'error', errorType: 'bad_data', error: text });
    }
  };
}
