import { json, jsonBody, refuse, type Handler } from './http';
import { hasRole } from './roles';
import type { DataSourceStore } from './dataSourceStore';

const ONE = /^\/api\/datasources\/uid\/([^/]+)$/;

/**
 * Stands in for Grafana's data source API: `GET /api/datasources`, `GET` and `PUT /api/datasources/uid/:uid`.
 * Admins only, as `datasources:read` and `datasources:write` are by default.
 */
export function createDataSourceApi(dataSources: DataSourceStore): Handler {
  return (call) => {
    const match = ONE.exec(call.path);
    if (call.path !== '/api/datasources' && match === null) {
      return undefined;
    }
    if (!hasRole(call.role, 'Admin')) {
      return refuse(
        403,
        "You'll need additional permissions to perform this action. Permissions needed: datasources:read",
      );
    }
    if (match === null) {
      return json(200, dataSources.list());
    }
    const uid = decodeURIComponent(match[1]);
    const dataSource = call.method === 'PUT' ? dataSources.save(uid, jsonBody(call)) : dataSources.find(uid);
    if (dataSource === undefined) {
      return refuse(404, 'Data source not found');
    }
    return call.method === 'PUT'
      ? json(200, { datasource: dataSource, id: dataSource.id, message: 'Datasource updated', name: dataSource.name })
      : json(200, dataSource);
  };
}
