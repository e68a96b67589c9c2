import { AppEvents, type EventBusExtended } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { filter, lastValueFrom, Observable, Subject, takeUntil, throwIfEmpty } from 'rxjs';

/** BackendSrv, and a way to cancel what a query still has under way. */
export interface WorkbenchBackend extends BackendSrv {
  cancel(requestId: string): void;
}

/**
 * Stands in for public/app/core/services/backend_srv.ts: `fetch` as an Observable with parameters, JSON or form body,
 * cancellation by request id and abort signal, FetchError for what is not 2xx; the promise methods raise the app's
 * alerts as Grafana does.
 */
export function createBackend(subPath: string, events: EventBusExtended): WorkbenchBackend {
  const cancelled = new Subject<string>();
  const fetchOnce = <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> => {
    const answer = responseOf<T>(subPath, options);
    if (options.requestId === undefined) {
      return answer;
    }
    cancelled.next(options.requestId);
    return answer.pipe(takeUntil(cancelled.pipe(filter((id) => id === options.requestId))));
  };
  const request = async <T>(options: BackendSrvRequest): Promise<T> => {
    try {
      const response = await lastValueFrom(fetchOnce<T>(options).pipe(throwIfEmpty(() => cancelledError(options))));
      announce(events, options, response.data);
      return response.data;
    } catch (error) {
      complain(events, options, error);
      throw error;
    }
  };
  return {
    fetch: fetchOnce,
    cancel: (requestId) => cancelled.next(requestId),
    request,
    datasourceRequest: (options) => lastValueFrom(fetchOnce(options)),
    chunked: () => {
      throw new Error('the workbench has no chunked requests: use fetch');
    },
    get: (url, params, requestId, options) => request({ ...options, method: 'GET', url, params, requestId }),
    delete: (url, data, options) => request({ ...options, method: 'DELETE', url, data }),
    post: (url, data, options) => request({ ...options, method: 'POST', url, data }),
    patch: (url, data, options) => request({ ...options, method: 'PATCH', url, data }),
    put: (url, data, options) => request({ ...options, method: 'PUT', url, data }),
  };
}

function responseOf<T>(subPath: string, options: BackendSrvRequest): Observable<FetchResponse<T>> {
  return new Observable((subscriber) => {
    if (options.abortSignal?.aborted === true) {
      subscriber.error(cancelledError(options));
      return undefined;
    }
    const controller = new AbortController();
    const abort = () => controller.abort();
    options.abortSignal?.addEventListener('abort', abort);
    send<T>(subPath, options, controller.signal).then(
      (response) => {
        if (response.ok) {
          subscriber.next(response);
          subscriber.complete();
        } else {
          subscriber.error(errorOf(response));
        }
      },
      (error: unknown) => {
        subscriber.error(controller.signal.aborted ? cancelledError(options) : networkError(options, error));
      },
    );
    return () => {
      options.abortSignal?.removeEventListener('abort', abort);
      controller.abort();
    };
  });
}

async function send<T>(subPath: string, options: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const response = await fetch(addressOf(subPath, options), { ...initOf(options), signal });
  const { status, statusText, ok, headers, redirected, type, url } = response;
  const data = await dataOf(response, options.responseType);
  return { data, status, statusText, ok, headers, redirected, type, url, config: options };
}

/** Grafana takes local addresses with and without the sub-path. */
function addressOf(subPath: string, { url, params }: BackendSrvRequest): string {
  const relative = subPath !== '' && url.startsWith(`${subPath}/`) ? url.slice(subPath.length) : url;
  const local = /^https?:/.test(url) ? url : `${subPath}/${relative.replace(/^\//, '')}`;
  const query = queryOf(params ?? {});
  return query === '' ? local : `${local}${local.includes('?') ? '&' : '?'}${query}`;
}

function queryOf(params: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== null) {
        search.append(name, String(entry));
      }
    }
  }
  return search.toString();
}

function initOf({ method = 'GET', headers, data }: BackendSrvRequest): RequestInit {
  const isText = typeof data === 'string';
  const hasType = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type');
  const type: Record<string, string> =
    data === undefined || hasType ? {} : { 'Content-Type': isText ? 'text/plain' : 'application/json' };
  return {
    method,
    headers: { Accept: 'application/json, text/plain, */*', ...type, ...headers },
    body: data === undefined || method === 'GET' ? undefined : isText ? data : JSON.stringify(data),
  };
}

async function dataOf(response: Response, type: BackendSrvRequest['responseType']) {
  if (type === 'blob') {
    return response.blob();
  }
  if (type === 'arraybuffer') {
    return response.arrayBuffer();
  }
  const text = await response.text();
  if (type === 'text') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function errorOf<T>({ status, statusText, data, config }: FetchResponse<T>): FetchError {
  return { status, statusText, data, config };
}

const networkError = (config: BackendSrvRequest, error: unknown): FetchError => ({
  status: 0,
  statusText: error instanceof Error ? error.message : 'Failed to fetch',
  data: { message: error instanceof Error ? error.message : 'Failed to fetch' },
  config,
});

const cancelledError = (config: BackendSrvRequest): FetchError => ({
  status: -1,
  statusText: 'Request was aborted',
  data: undefined,
  cancelled: true,
  config,
});

function announce(events: EventBusExtended, options: BackendSrvRequest, data: unknown): void {
  const message = messageOf(data);
  if (options.method !== 'GET' && options.showSuccessAlert !== false && message !== undefined) {
    events.emit(AppEvents.alertSuccess, [message]);
  }
}

function complain(events: EventBusExtended, options: BackendSrvRequest, error: unknown): void {
  const data: unknown = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  const message = messageOf(data);
  if (options.showErrorAlert !== false && message !== undefined) {
    events.emit(AppEvents.alertError, [message]);
  }
}

function messageOf(data: unknown): string | undefined {
  const has = typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string';
  return has ? String(data.message) : undefined;
}
