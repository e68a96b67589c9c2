import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

import type { AnnotationApi, StoredAnnotation } from './annotationApi';

// Grafana gives a hundred unless told otherwise.
const MOST = 5000;

const PATH = '/api/annotations';

// What Grafana would say in a pop-up is said by the panel, or is no news.
const quiet = { showErrorAlert: false, showSuccessAlert: false } as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function send(method: string, url: string, rest: object): Promise<unknown> {
  return (await lastValueFrom(getBackendSrv().fetch<unknown>({ method, url, ...quiet, ...rest }))).data;
}

function readAnnotation(value: unknown): StoredAnnotation[] {
  if (!isRecord(value) || typeof value.id !== 'number' || typeof value.time !== 'number') {
    return [];
  }
  const { id, time, timeEnd, text } = value;
  const tags: readonly unknown[] = Array.isArray(value.tags) ? value.tags : [];
  return [
    {
      id,
      time,
      timeEnd: typeof timeEnd === 'number' && timeEnd > 0 ? timeEnd : time,
      tags: tags.filter((tag): tag is string => typeof tag === 'string'),
      text: typeof text === 'string' ? text : '',
    },
  ];
}

/** Grafana's annotations, as the viewer may use them. */
export const grafanaAnnotations: AnnotationApi = {
  async find({ dashboard, panelId, tag, from, to }) {
    const params = { dashboardUID: dashboard, panelId, tags: tag, from, to, limit: MOST };
    const answer = await send('GET', PATH, { params });
    return Array.isArray(answer) ? answer.flatMap(readAnnotation) : [];
  },
  async create({ dashboard, ...annotation }) {
    const answer = await send('POST', PATH, { data: { dashboardUID: dashboard, ...annotation } });
    if (!isRecord(answer) || typeof answer.id !== 'number') {
      throw new Error('Grafana gave the annotation no id');
    }
    return answer.id;
  },
  async change(id, part) {
    await send('PATCH', `${PATH}/${id}`, { data: part });
  },
  async remove(id) {
    await send('DELETE', `${PATH}/${id}`, {});
  },
};

/** Whether Grafana has said that the viewer may not. */
export function isRefusal(error: unknown): boolean {
  return isFetchError(error) && (error.status === 403 || error.status === 401);
}

/** The reason of a failure, in Grafana's words where it has any. */
export function reasonOf(error: unknown): string {
  if (isFetchError<unknown>(error)) {
    const message = isRecord(error.data) ? error.data.message : undefined;
    return typeof message === 'string' ? message : `${error.status} ${error.statusText ?? ''}`.trim();
  }
  return error instanceof Error ? error.message : String(error);
}
