import type { Handler, Call } from '../http';

/** Status and parsed JSON of a handler's answer. */
export async function bodyOf(handler: Handler, call: Call): Promise<{ status: number | undefined; body: unknown }> {
  const reply = await handler(call);
  const text = reply?.body.toString() ?? '';
  return { status: reply?.status, body: text === '' ? undefined : JSON.parse(text) };
}
