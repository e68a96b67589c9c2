import { createHash } from 'node:crypto';
import { isRecord } from './http';
import type { StateFile } from './stateFile';

/** A data source as `/api/datasources/uid/:uid` answers it; secrets never leave the server. */
export interface DataSource {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  /** Plugin id. */
  readonly type: string;
  /** Where the proxy forwards to. */
  readonly url: string;
  readonly access: 'proxy';
  readonly isDefault: boolean;
  readonly basicAuth: boolean;
  readonly basicAuthUser: string;
  readonly withCredentials: boolean;
  readonly readOnly: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
  readonly secureJsonFields: Readonly<Record<string, boolean>>;
  readonly version: number;
}

/** Provisioned data sources, with what "Save & test" changed. */
export interface DataSourceStore {
  list(): readonly DataSource[];
  find(uid: string): DataSource | undefined;
  /** Merges an edited data source in and keeps it in the state folder. Secrets arrive in `secureJsonData`. */
  save(uid: string, edited: Readonly<Record<string, unknown>>): DataSource | undefined;
  /** HTTP headers that authenticate the proxy: basic auth and `httpHeaderName1`/`httpHeaderValue1` and so on. */
  credentialsOf(uid: string): Readonly<Record<string, string>>;
}

/**
 * Opens the store over the provisioned entries. As in Grafana, provisioning wins at a start: what was saved counts only
 * while the provisioned entry (with its environment) is the one that it was saved over.
 */
export function createDataSourceStore(
  provisioned: readonly Record<string, unknown>[],
  state: StateFile,
): DataSourceStore {
  const savedOver = (entry: Record<string, unknown>): Record<string, unknown> => {
    const saved = recordOf(state.read()[textOf(entry.uid)]);
    return saved.basis === basisOf(entry) ? recordOf(saved.settings) : {};
  };
  const entries = (): readonly Record<string, unknown>[] =>
    provisioned.map((entry) => ({ ...entry, ...savedOver(entry) }));
  const raw = (uid: string) => entries().find((entry) => entry.uid === uid);
  const list = () => entries().map(toDataSource);
  return {
    list,
    find: (uid) => list().find((dataSource) => dataSource.uid === uid),
    save: (uid, edited) => {
      const current = raw(uid);
      const basis = provisioned.find((entry) => entry.uid === uid);
      if (current === undefined || basis === undefined) {
        return undefined;
      }
      const secrets = { ...recordOf(current.secureJsonData), ...recordOf(edited.secureJsonData) };
      const version = numberOf(current.version) + 1;
      const settings = { ...edited, uid, type: current.type, secureJsonData: secrets, version };
      state.write(uid, { basis: basisOf(basis), settings });
      return list().find((dataSource) => dataSource.uid === uid);
    },
    credentialsOf: (uid) => credentialsOf(raw(uid) ?? {}),
  };
}

const basisOf = (entry: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(JSON.stringify(entry)).digest('hex');

function toDataSource(entry: Readonly<Record<string, unknown>>, index: number): DataSource {
  const secrets = Object.entries(recordOf(entry.secureJsonData));
  return {
    id: index + 1,
    uid: textOf(entry.uid),
    name: textOf(entry.name),
    type: textOf(entry.type),
    url: textOf(entry.url),
    access: 'proxy',
    isDefault: entry.isDefault === true,
    basicAuth: entry.basicAuth === true,
    basicAuthUser: textOf(entry.basicAuthUser),
    withCredentials: entry.withCredentials === true,
    readOnly: false,
    jsonData: recordOf(entry.jsonData),
    secureJsonFields: Object.fromEntries(secrets.map(([name, value]) => [name, value !== ''])),
    version: numberOf(entry.version),
  };
}

function credentialsOf(entry: Readonly<Record<string, unknown>>): Record<string, string> {
  const secrets = recordOf(entry.secureJsonData);
  const headers: Record<string, string> = {};
  for (const [key, name] of Object.entries(recordOf(entry.jsonData))) {
    if (key.startsWith('httpHeaderName')) {
      headers[textOf(name)] = textOf(secrets[key.replace('Name', 'Value')]);
    }
  }
  if (entry.basicAuth === true) {
    const pair = `${textOf(entry.basicAuthUser)}:${textOf(secrets.basicAuthPassword)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  return headers;
}

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 1);
