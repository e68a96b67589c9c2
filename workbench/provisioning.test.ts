import { join } from 'node:path';
import { provisionedDashboards, provisionedDataSources } from './server/provisioning';

const folder = join(__dirname, '../provisioning');
const dataSources = provisionedDataSources(folder, { PROMETHEUS_URL: 'http://p:9090' });
const dashboards = provisionedDashboards(folder);

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly w: number };
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly targets: readonly Record<string, unknown>[];
}
const panelsOf = (dashboard: Record<string, unknown>) => dashboard.panels as readonly Panel[];

describe('provisioning/datasources', () => {
  it('has the Foreband data source and a plain Prometheus, both at PROMETHEUS_URL', () => {
    expect(dataSources).toMatchObject([
      { uid: 'foreband', type: 'foreband-prometheus-datasource', url: 'http://p:9090' },
      { uid: 'prometheus', type: 'prometheus', url: 'http://p:9090' },
    ]);
  });

  it('lets nothing invented stand in while Prometheus is away', () => {
    expect(JSON.stringify(dataSources)).not.toContain('showSimulationWhenUnreachable');
  });
});

describe('provisioning/dashboards', () => {
  it('has one dashboard per feature', () => {
    expect(dashboards.map(({ uid }) => uid)).toEqual([
      'any-data-source',
      'cpu-anomalies',
      'evaluate-and-explore',
      'host-anomalies',
      'simulation',
    ]);
  });

  describe.each(dashboards.map((dashboard) => [String(dashboard.uid), dashboard] as const))('%s', (_, dashboard) => {
    const panels = panelsOf(dashboard);

    it('is a classic dashboard that Grafana 11.6 to 13 read', () => {
      expect(dashboard).toMatchObject({ schemaVersion: 41, id: null, editable: true });
      expect(dashboard.tags).toContain('foreband');
    });

    it('names only provisioned data sources and panels that exist', () => {
      const known = dataSources.map(({ uid, type }) => `${String(type)}/${String(uid)}`);
      const used = panels.flatMap(({ datasource, targets }) => [
        datasource,
        ...targets.map((target) => target.datasource),
      ]);
      expect(used.map((ref) => Object.values(ref as Panel['datasource']).join('/'))).toEqual(
        used.map((): unknown => expect.stringMatching(known.join('|'))),
      );
      expect(panels.map(({ type }) => type)).toEqual(
        panels.map((): unknown =>
          expect.stringMatching(/^(foreband-(anomaly|evaluation|history)-panel|table|timeseries)$/),
        ),
      );
    });

    it('numbers its panels and keeps them within the 24 columns', () => {
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(panels.every(({ gridPos }) => gridPos.x + gridPos.w <= 24)).toBe(true);
    });

    it('versions every Foreband query', () => {
      const own = panels.flatMap(({ targets }) => targets).filter(({ source }) => source !== undefined);
      expect(own.every(({ version }) => version === 1)).toBe(true);
    });
  });
});
