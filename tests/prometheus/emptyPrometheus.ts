import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './freePort';
import { createPrometheus } from './prometheusServer';

/** A Prometheus without data, that only calculates. */
export interface EmptyPrometheus {
  /**
   * An expression's only series at times, as Prometheus sees it.
   * @param span epoch ms, bounds included. @param stepMs at most 11,000 steps.
   */
  evaluate(expr: string, span: { readonly start: number; readonly end: number }, stepMs: number): Promise<Float64Array>;
  /** Ends the process and deletes the data. */
  close(): Promise<void>;
}

/** @throws Error with the server's message for an expression that it refuses. */
async function ask(url: string, parameters: Readonly<Record<string, string>>): Promise<Float64Array> {
  const response = await fetch(`${url}/api/v1/query_range`, { method: 'POST', body: new URLSearchParams(parameters) });
  const { data, error } = (await response.json()) as {
    readonly data?: { readonly result: readonly { readonly values: ReadonlyArray<readonly [number, string]> }[] };
    readonly error?: string;
  };
  if (data === undefined) {
    throw new Error(error);
  }
  return Float64Array.from(data.result.flatMap(({ values }) => values.map(([, value]) => Number(value))));
}

export async function startEmptyPrometheus(): Promise<EmptyPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'foreband-empty-'));
  const prometheus = await createPrometheus({ dataDir: join(folder, 'data'), port: await freePort(), targets: {} });
  await prometheus.start();
  return {
    evaluate: (query, { start, end }, stepMs) =>
      ask(prometheus.url, { query, start: `${start / 1000}`, end: `${end / 1000}`, step: `${stepMs / 1000}` }),
    async close() {
      await prometheus.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
