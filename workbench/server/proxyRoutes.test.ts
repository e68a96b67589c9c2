import { refusalOf } from './proxyRoutes';
import type { Role } from './roles';
import { dataSourceManifest } from './testing/dataSourceManifest';

const { id: type, routes } = dataSourceManifest;

describe("refusalOf() with the routes of Foreband's data source", () => {
  // Releases of Grafana differ in whether a route without a path matches; neither may open a way to a write.
  describe.each([true, false])('when a route without a path matches every request: %s', (emptyPathMatches) => {
    const refusal = (method: string, path: string, role: Role) =>
      refusalOf({ method, path, role, type }, routes, emptyPathMatches);

    it.each([
      ['GET', 'api/v1/query'],
      ['GET', 'api/v1/status/buildinfo'],
      ['GET', 'api/v1/label/instance/values'],
      ['POST', 'api/v1/query'],
      ['POST', 'api/v1/query_range'],
      ['POST', 'api/v1/series'],
      ['POST', 'api/v1/labels'],
      ['POST', '/api/v1//query_range'],
    ])('lets a Viewer %s %s', (method, path) => {
      expect(refusal(method, path, 'Viewer')).toBeUndefined();
    });

    it.each([
      ['POST', 'api/v1/admin/tsdb/delete_series'],
      ['PUT', 'api/v1/admin/tsdb/delete_series'],
      ['GET', 'api/v1/admin/tsdb/delete_series'],
      ['POST', 'api/v1/query/../admin/tsdb/clean_tombstones'],
      ['POST', '/api//v1/admin/tsdb/snapshot'],
      ['DELETE', 'api/v1/series'],
      ['PATCH', 'api/v1/rules'],
      ['POST', 'api/v1/write'],
      ['POST', '-/quit'],
      ['PUT', '-/reload'],
    ])('keeps Viewers and Editors from %s %s, and lets Admins', (method, path) => {
      expect(refusal(method, path, 'Viewer')).toBe('plugin proxy route access denied');
      expect(refusal(method, path, 'Editor')).toBe('plugin proxy route access denied');
      expect(refusal(method, path, 'Admin')).toBeUndefined();
    });
  });
});

describe('refusalOf()', () => {
  it('lets everything pass to a data source that declares no routes', () => {
    const attempt = { method: 'DELETE', path: 'anything', role: 'Viewer', type: 'some-other-datasource' } as const;
    expect(refusalOf(attempt, [])).toBeUndefined();
  });

  it("refuses writes that no route names only for Grafana's own Prometheus and Loki types", () => {
    const attempt = { method: 'POST', path: 'api/v1/write', role: 'Admin', type: 'prometheus' } as const;
    expect(refusalOf(attempt, [])).toBe('non allow-listed POSTs not allowed on proxied prometheus datasource');
  });

  it('lets the first matching route decide', () => {
    const routes = [
      { method: 'POST', path: 'api/v1/query', reqRole: 'Viewer' },
      { method: 'POST', path: 'api', reqRole: 'Admin' },
    ];
    const attempt = { method: 'POST', role: 'Viewer', type: 'x' } as const;
    expect(refusalOf({ ...attempt, path: 'api/v1/query_exemplars' }, routes)).toBeUndefined();
    expect(refusalOf({ ...attempt, path: 'api/v1/other' }, routes)).toBe('plugin proxy route access denied');
  });

  it('takes a route without a role as open to everybody', () => {
    const attempt = { method: 'PUT', path: 'api', role: 'Viewer', type: 'x' } as const;
    expect(refusalOf(attempt, [{ path: 'api' }])).toBeUndefined();
  });
});
