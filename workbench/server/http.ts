import type { Role } from './roles';

/** A request as the stand-ins see it: below the sub-path, with its role known and its body read. */
export interface Call {
  /** Upper case. */
  readonly method: string;
  /** Starts with a slash; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly role: Role;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Aborted when the browser gives the request up. */
  readonly signal: AbortSignal;
}

/** The response to the browser. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers a call, or leaves it to the next handler with undefined. */
export type Handler = (call: Call) => Reply | undefined | Promise<Reply | undefined>;

/** A JSON answer. */
export function json(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(value) };
}

/** Grafana's form of an error: a JSON object with a message. */
export function refuse(status: number, message: string): Reply {
  return json(status, { message });
}

/** The body as a JSON object; a body that is none gives an empty object. */
export function jsonBody(call: Call): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(call.body.toString('utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Whether a value is an object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
