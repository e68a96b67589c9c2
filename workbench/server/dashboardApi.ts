import { randomUUID } from 'node:crypto';
import { isRecord, json, jsonBody, refuse, type Handler } from './http';
import { hasRole } from './roles';
import type { StateFile } from './stateFile';

const ONE = /^\/api\/dashboards\/uid\/([^/]+)$/;

/**
 * Stands in for Grafana's dashboard API: `GET /api/search`, `GET` and `DELETE /api/dashboards/uid/:uid`,
 * `POST /api/dashboards/db`. Saving needs an Editor and a version that nobody saved over in the meantime. Deleting a
 * provisioned dashboard brings the provisioned state back.
 */
export function createDashboardApi(provisioned: readonly Record<string, unknown>[], state: StateFile): Handler {
  const all = () => new Map([...provisioned.map((board) => [String(board.uid), board] as const), ...saved(state)]);
  return (call) => {
    if (call.path === '/api/search') {
      return json(200, [...all().values()].map(searchHit));
    }
    if (call.path === '/api/dashboards/db' && call.method === 'POST') {
      return hasRole(call.role, 'Editor')
        ? save(jsonBody(call), all(), state)
        : refuse(403, 'Access denied to save dashboard');
    }
    const uid = ONE.exec(call.path)?.[1];
    if (uid === undefined) {
      return undefined;
    }
    if (call.method === 'DELETE') {
      return hasRole(call.role, 'Editor') ? remove(uid, state) : refuse(403, 'Access denied to this dashboard');
    }
    const dashboard = all().get(uid);
    const canEdit = hasRole(call.role, 'Editor');
    return dashboard === undefined
      ? refuse(404, 'Dashboard not found')
      : json(200, {
          dashboard,
          meta: { canSave: canEdit, canEdit, canAdmin: call.role === 'Admin', slug: uid, url: `/d/${uid}` },
        });
  };
}

function save(body: Record<string, unknown>, known: ReadonlyMap<string, Record<string, unknown>>, state: StateFile) {
  const { dashboard } = body;
  if (!isRecord(dashboard) || typeof dashboard.title !== 'string' || dashboard.title === '') {
    return refuse(400, 'Dashboard title cannot be empty');
  }
  const uid = typeof dashboard.uid === 'string' && dashboard.uid !== '' ? dashboard.uid : randomUUID();
  const current = Number(known.get(uid)?.version ?? 0);
  if (body.overwrite !== true && known.has(uid) && Number(dashboard.version ?? 0) !== current) {
    return json(412, { message: 'The dashboard has been changed by someone else', status: 'version-mismatch' });
  }
  state.write(uid, { ...dashboard, uid, version: current + 1 });
  return json(200, { uid, url: `/d/${uid}`, status: 'success', version: current + 1 });
}

function remove(uid: string, state: StateFile) {
  state.write(uid, undefined);
  return json(200, { title: uid, message: `Dashboard ${uid} deleted` });
}

function saved(state: StateFile): readonly (readonly [string, Record<string, unknown>])[] {
  return Object.entries(state.read()).flatMap(([uid, board]) => (isRecord(board) ? [[uid, board] as const] : []));
}

const searchHit = ({ uid, title, tags, description }: Record<string, unknown>) => ({
  uid,
  title,
  description,
  tags: tags ?? [],
  type: 'dash-db',
  url: `/d/${String(uid)}`,
});
