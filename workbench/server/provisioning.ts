import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isRecord } from './http';
import { interpolateDeep } from './interpolateEnvironment';

/** Reads provisioning/datasources/*.yaml the way Grafana does at its start. */
export function provisionedDataSources(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly Record<string, unknown>[] {
  return filesIn(join(folder, 'datasources'), '.yaml').flatMap((path) => {
    const file = interpolateDeep(parse(readFileSync(path, 'utf8')), environment);
    return isRecord(file) && Array.isArray(file.datasources) ? file.datasources.filter(isRecord) : [];
  });
}

/** Reads provisioning/dashboards/*.json. */
export function provisionedDashboards(folder: string): readonly Record<string, unknown>[] {
  return filesIn(join(folder, 'dashboards'), '.json').map((path) => {
    const dashboard: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isRecord(dashboard)) {
      throw new Error(`invalid dashboard: ${path} (expected a JSON object)`);
    }
    return dashboard;
  });
}

function filesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}
