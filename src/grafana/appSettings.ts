import { config, getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

import { APP_ID } from './appAddress';

/** The app's settings as Grafana keeps them. */
export interface AppSettings {
  readonly enabled: boolean;
  readonly pinned: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ADDRESS = `/api/plugins/${APP_ID}/settings`;

function messageOf(error: unknown): string {
  if (isRecord(error) && isRecord(error.data) && typeof error.data.message === 'string') {
    return error.data.message;
  }
  return error instanceof Error ? error.message : 'Grafana did not answer.';
}

async function call(method: 'GET' | 'POST', data?: AppSettings): Promise<unknown> {
  try {
    const request = getBackendSrv().fetch<unknown>({
      url: ADDRESS,
      method,
      data,
      showErrorAlert: false,
      showSuccessAlert: false,
    });
    return (await lastValueFrom(request)).data;
  } catch (error) {
    throw new Error(messageOf(error));
  }
}

/**
 * Reads the app's settings anew.
 * @throws Error with Grafana's own words.
 */
export async function readAppSettings(): Promise<AppSettings> {
  const answer = await call('GET');
  const settings = isRecord(answer) ? answer : {};
  return {
    enabled: settings.enabled !== false,
    pinned: settings.pinned === true,
    jsonData: isRecord(settings.jsonData) ? settings.jsonData : {},
  };
}

/**
 * Replaces the app's settings. Grafana lets Admins do that.
 * @throws Error with Grafana's own words.
 */
export async function writeAppSettings(settings: AppSettings): Promise<void> {
  await call('POST', settings);
}

/** Whether the present user may change the app's settings. */
export function mayWriteSettings(): boolean {
  const { permissions, orgRole } = config.bootData.user;
  return permissions?.['plugins:write'] === true || orgRole === 'Admin';
}
