/** A request to Prometheus's API. */
export interface PrometheusRequest {
  /** Address of the API as the page reaches it, without a slash at the end. */
  readonly baseUrl: string;
  /** For instance `/api/v1/query_range`. */
  readonly path: string;
  readonly params: ReadonlyArray<readonly [string, string]>;
  /** Whether a long request may be posted; only the routes of plugin.json may. Default false. */
  readonly canPost?: boolean;
  /** Gives up after this long, in ms. Default: when the proxy does. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Sends a request and gives the body of the answer, parsed.
 * @throws PrometheusError with a message for the user.
 */
export type Send = (request: PrometheusRequest) => Promise<unknown>;
