import type { Call } from '../http';

/** A call for a contract test: GET by an Admin unless told otherwise; `json` becomes the body. */
export function aCall(
  path: string,
  change: Partial<Omit<Call, 'path' | 'body'>> & { readonly json?: unknown } = {},
): Call {
  const [pathname, search = ''] = path.split('?');
  const { json, ...rest } = change;
  return {
    method: 'GET',
    path: pathname,
    query: new URLSearchParams(search),
    role: 'Admin',
    headers: {},
    body: Buffer.from(json === undefined ? '' : JSON.stringify(json)),
    signal: new AbortController().signal,
    ...rest,
  };
}
