import { PrometheusError } from './prometheusError.js';
import { isNeverLimit, saysLimit } from './saysLimit.js';
import { isRecord, textAt } from './untyped.js';

/** The error that `getBackendSrv().fetch` throws, as far as it is known. */
interface Failure {
  readonly status: number;
  /** Prometheus's own text, or the proxy's. */
  readonly text: string;
  /** Prometheus's class of error, for instance `bad_data` or `timeout`. */
  readonly errorType: string;
  readonly isCancelled: boolean;
}

// How Prometheus, Mimir and Thanos answer what costs too much, but also what cannot be computed.
const USUAL_FOR_LIMITS: readonly number[] = [400, 413, 422];

function isLimit({ status, text }: Failure): boolean {
  return USUAL_FOR_LIMITS.includes(status) ? !isNeverLimit(text) : status === 500 && saysLimit(text);
}

// The body of an error: JSON of Prometheus or of the proxy, or a text; a page of HTML says nothing to the user.
function readBody(data: unknown): Pick<Failure, 'text' | 'errorType'> {
  if (isRecord(data)) {
    const text = textAt(data, 'error') ?? textAt(data, 'message') ?? '';
    return { text, errorType: textAt(data, 'errorType') ?? '' };
  }
  return { text: typeof data === 'string' && !data.includes('<') ? data.trim() : '', errorType: '' };
}

function readFailure(error: unknown): Failure {
  if (!isRecord(error)) {
    return { status: 0, text: String(error), errorType: '', isCancelled: false };
  }
  const { status, data } = error;
  return {
    ...readBody(data),
    status: typeof status === 'number' && status >= 100 ? status : 0,
    isCancelled: error.cancelled === true || error.name === 'AbortError',
  };
}

function inParentheses(status: number, text: string): string {
  return text === '' || text === 'Bad Gateway' ? `(${status})` : `(${status}: ${text})`;
}

function withoutAnswer({ status, text }: Failure): PrometheusError | undefined {
  if (status === 504) {
    return new PrometheusError(
      'unreachable',
      'Prometheus did not answer before the proxy gave up (504). Check that it runs, lengthen "Step" in the query, or shorten the time range or the "Training window".',
      status,
    );
  }
  if (status === 0 || status === 502) {
    const detail = status === 0 ? '' : ` ${inParentheses(status, text)}`;
    return new PrometheusError(
      'unreachable',
      `Prometheus cannot be reached${detail}. Check that it runs and that the data source's URL is right.`,
      status,
    );
  }
  return undefined;
}

function refused({ status, text, errorType }: Failure): PrometheusError | undefined {
  if (status === 401 || (status === 400 && text.startsWith('Authentication to data source failed'))) {
    return new PrometheusError(
      'authentication',
      "Prometheus refused the credentials. Check the authentication in the data source's settings.",
      status,
    );
  }
  if (status === 403) {
    return new PrometheusError(
      'authentication',
      `This is not allowed ${inParentheses(status, text)}. Ask an administrator for access to the data source.`,
      status,
    );
  }
  if (errorType === 'timeout' || status === 408) {
    return new PrometheusError(
      'timeout',
      `The query took too long: ${text}. Lengthen "Step" in the query, shorten the time range or the "Training window", or raise "Query time-out" in the data source's settings.`,
      status,
    );
  }
  return undefined;
}

/** A failed request as an error that says what is wrong and what to do. Prometheus's own text is kept. */
export function explainFailure(error: unknown): PrometheusError {
  if (error instanceof PrometheusError) {
    return error;
  }
  const failure = readFailure(error);
  const { status, text, isCancelled } = failure;
  if (isCancelled) {
    return new PrometheusError('cancelled', 'The request was replaced by a newer one.', status);
  }
  const known = withoutAnswer(failure) ?? refused(failure);
  if (known !== undefined) {
    return known;
  }
  if (isLimit(failure)) {
    return new PrometheusError('limit', text === '' ? `Prometheus refused the query (${status}).` : text, status);
  }
  if (status === 404) {
    return new PrometheusError(
      'answer',
      "There is no Prometheus at the data source's URL (404). Give the URL of Prometheus itself, without /api/v1.",
      status,
    );
  }
  return new PrometheusError('query', text === '' ? `Prometheus refused the query (${status}).` : text, status);
}
