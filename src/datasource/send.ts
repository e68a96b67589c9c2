import { getBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { Subscription, take, type Observable } from 'rxjs';

import { explainFailure, PrometheusError, type PrometheusRequest } from 'foreband-prometheus';

/** Sends a request of Grafana's own; `getBackendSrv().fetch` in the plugin. */
export type Fetch = (request: BackendSrvRequest) => Observable<{ readonly data: unknown }>;

// Proxies cut addresses at 2 kB and up.
const LONGEST_ADDRESS = 2000;

const fetchOfGrafana: Fetch = (request) => getBackendSrv().fetch<unknown>(request);

function toGrafana({ baseUrl, path, params, canPost = false, signal }: PrometheusRequest): BackendSrvRequest {
  const form = new URLSearchParams(params.map(([name, value]): [string, string] => [name, value])).toString();
  const address = `${baseUrl}${path}`;
  const quiet = { showErrorAlert: false, showSuccessAlert: false, abortSignal: signal };
  return canPost && address.length + form.length > LONGEST_ADDRESS
    ? {
        ...quiet,
        url: address,
        method: 'POST',
        data: form,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }
    : { ...quiet, url: form === '' ? address : `${address}?${form}`, method: 'GET' };
}

function timeoutError(timeoutMs: number): PrometheusError {
  const advice = `Lengthen "Step" in the query, shorten the time range or the "Training window", or raise "Query time-out" in the data source's settings.`;
  return new PrometheusError('timeout', `No answer within the query time-out of ${timeoutMs / 1000} s. ${advice}`);
}

function cancelledError(): PrometheusError {
  return new PrometheusError('cancelled', 'The request was replaced by a newer one.');
}

function firstAnswer(request: PrometheusRequest, fetch: Fetch): Promise<unknown> {
  const { signal, timeoutMs } = request;
  return new Promise((resolve, reject) => {
    const work = new Subscription();
    const fail = (error: PrometheusError) => {
      reject(error);
      work.unsubscribe();
    };
    const onAbort = () => fail(cancelledError());
    signal?.addEventListener('abort', onAbort);
    work.add(() => signal?.removeEventListener('abort', onAbort));
    if (timeoutMs !== undefined) {
      const timer = setTimeout(() => fail(timeoutError(timeoutMs)), timeoutMs);
      work.add(() => clearTimeout(timer));
    }
    if (signal?.aborted === true) {
      onAbort();
      return;
    }
    const answer = fetch(toGrafana(request)).pipe(take(1));
    work.add(
      answer.subscribe({
        next: ({ data }) => resolve(data),
        error: (error: unknown) => fail(explainFailure(error)),
        // Without an answer it was Grafana that canceled it; after one this changes nothing.
        complete: () => fail(cancelledError()),
      }),
    );
  });
}

// Grafana's proxy compares a path as it stands with the routes of plugin.json; a server behind it may decode it first.
const WANDERING = /%(2e|2f|5c)|\\|(^|\/)\.{1,2}(\/|$)/i;

/**
 * Sends a request and gives the body of the answer. A path with dots or encoded separators, which could lead past the
 * proxy's routes, is never sent.
 * @throws PrometheusError with a message for the user.
 */
export function send(request: PrometheusRequest, fetch: Fetch = fetchOfGrafana): Promise<unknown> {
  const { path } = request;
  return WANDERING.test(path)
    ? Promise.reject(new PrometheusError('query', `invalid path: ${path} (expected no dots and no encoded separators)`))
    : firstAnswer(request, fetch);
}
