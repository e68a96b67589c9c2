import { metricsOf } from '../../tests/prometheus/metricLines';
import { createHosts, SAMPLE_MS } from '../../tests/prometheus/simulatedHosts';

/** Labels of a series, its name among them as `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** A series of the demo: it has a value at any time of its history. */
export interface DemoSeries {
  readonly labels: Labels;
  /** The value at an epoch time in ms; NaN before its history and after now. */
  readonly valueAt: (time: number) => number;
}

/** How long the demo can be left open before its hosts say nothing more. */
const LIVE_MS = 7 * 86_400_000;

const LINE = /^(\w+)\{(.*)\}$/;
const LABEL = /(\w+)="([^"]*)"/g;

/** A name that no machine can have: RFC 2606 keeps `.example` from ever being given to anybody. */
function demoName(host: string): string {
  const [name, port] = host.split(':');
  return `demo-${name}.example${port === undefined ? '' : `:${port}`}`;
}

function labelsOf(line: string): Labels {
  const [, name = '', list = ''] = LINE.exec(line) ?? [];
  const labels: Labels = Object.fromEntries([...list.matchAll(LABEL)].map(([, key, value]) => [key, value]));
  const application: Labels = 'application' in labels ? { application: `demo-${labels.application}` } : {};
  return { __name__: name, ...labels, ...application, instance: demoName(labels.instance), job: 'demo' };
}

/**
 * The metrics of invented hosts, with 60 days before the moment of the call: CPU, memory, disk, network, latency.
 * @param now the present, epoch ms, asked anew for every value.
 */
export function createDemoSeries(now: () => number): readonly DemoSeries[] {
  const hosts = createHosts(Math.floor(now() / SAMPLE_MS) * SAMPLE_MS, LIVE_MS);
  const { start, usage } = hosts[0];
  const end = start + (usage.length - 1) * SAMPLE_MS;
  return metricsOf(hosts)
    .flat()
    .map(({ series, valueAt }) => ({
      labels: labelsOf(series),
      valueAt: (time) => (time < start || time > Math.min(end, now()) ? NaN : valueAt((time - start) / SAMPLE_MS)),
    }));
}
