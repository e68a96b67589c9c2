import { isRecord, json, jsonBody, refuse, type Call, type Handler, type Reply } from './http';
import { hasRole } from './roles';
import type { StateFile } from './stateFile';

const DEFAULT_LIMIT = 100;
const MAX_TAG_LENGTH = 100;
const ONE = /^\/api\/annotations\/(\d+)$/;

interface Annotation {
  readonly id: number;
  readonly dashboardUID: string;
  readonly panelId: number;
  /** Epoch ms. */
  readonly time: number;
  /** Epoch ms; equal to `time` for a point. */
  readonly timeEnd: number;
  readonly text: string;
  readonly tags: readonly string[];
}

/**
 * Stands in for Grafana's annotation API, `/api/annotations`: GET answers the newest 100 unless told otherwise, POST
 * always makes a new one, PATCH changes time, timeEnd, tags and text, DELETE removes by id. Writing a dashboard's
 * annotations needs an Editor.
 */
export function createAnnotationApi(state: StateFile): Handler {
  return (call) => {
    const id = ONE.exec(call.path)?.[1];
    if (call.path !== '/api/annotations' && id === undefined) {
      return undefined;
    }
    if (call.method === 'GET') {
      return id === undefined ? json(200, found(call.query, read(state))) : one(id, state);
    }
    if (!hasRole(call.role, 'Editor')) {
      return refuse(403, 'Access denied to save the annotation');
    }
    return id === undefined ? create(call, state) : change(call, id, state);
  };
}

function create(call: Call, state: StateFile): Reply {
  const body = jsonBody(call);
  const refusal = invalid(body);
  if (call.method !== 'POST' || refusal !== undefined) {
    return refuse(400, refusal ?? 'bad request data');
  }
  const id = Math.max(0, ...read(state).map((annotation) => annotation.id)) + 1;
  state.write(String(id), toAnnotation(id, body));
  return json(200, { id, message: 'Annotation added' });
}

function change(call: Call, id: string, state: StateFile): Reply {
  const current = read(state).find((annotation) => annotation.id === Number(id));
  if (current === undefined) {
    return refuse(404, 'Could not find annotation to update');
  }
  if (call.method === 'DELETE') {
    state.write(id, undefined);
    return json(200, { message: 'Annotation deleted' });
  }
  const { time, timeEnd, tags, text } = jsonBody(call);
  const given = Object.entries({ time, timeEnd, tags, text }).filter(([, value]) => value !== undefined);
  state.write(id, toAnnotation(current.id, { ...current, ...Object.fromEntries(given) }));
  return json(200, { message: call.method === 'PATCH' ? 'Annotation patched' : 'Annotation updated' });
}

function one(id: string, state: StateFile): Reply {
  const annotation = read(state).find((entry) => entry.id === Number(id));
  return annotation === undefined ? refuse(404, 'Annotation not found') : json(200, annotation);
}

function found(query: URLSearchParams, all: readonly Annotation[]): readonly Annotation[] {
  const from = Number(query.get('from') ?? 0);
  const to = Number(query.get('to') ?? 0) || Infinity;
  const uid = query.get('dashboardUID');
  const panelId = Number(query.get('panelId') ?? 0);
  const tags = query.getAll('tags');
  return all
    .filter((annotation) => annotation.timeEnd >= from && annotation.time <= to)
    .filter((annotation) => uid === null || annotation.dashboardUID === uid)
    .filter((annotation) => panelId === 0 || annotation.panelId === panelId)
    .filter((annotation) => tags.every((tag) => annotation.tags.includes(tag)))
    .sort((a, b) => b.time - a.time)
    .slice(0, Number(query.get('limit')) || DEFAULT_LIMIT);
}

function invalid(body: Record<string, unknown>): string | undefined {
  if (typeof body.text !== 'string' || body.text === '') {
    return 'Failed to save annotation: text field should not be empty';
  }
  const tags: readonly unknown[] = Array.isArray(body.tags) ? body.tags : [];
  return tags.some((tag) => String(tag).length > MAX_TAG_LENGTH) ? 'tag is too long' : undefined;
}

function toAnnotation(id: number, body: Readonly<Record<string, unknown>>): Annotation {
  const time = Number(body.time);
  return {
    id,
    dashboardUID: typeof body.dashboardUID === 'string' ? body.dashboardUID : '',
    panelId: Number(body.panelId ?? 0),
    time,
    timeEnd: Number(body.timeEnd ?? 0) || time,
    text: String(body.text),
    tags: Array.isArray(body.tags) ? body.tags.map(String) : [],
  };
}

function read(state: StateFile): readonly Annotation[] {
  return Object.entries(state.read()).flatMap(([id, body]) => (isRecord(body) ? [toAnnotation(Number(id), body)] : []));
}
