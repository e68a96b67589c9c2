import { type Changed, changeModelList, type ListChange } from 'foreband-engine';

import { readAppSettings, writeAppSettings } from '../../grafana/appSettings';

/**
 * Changes one model of the app's list: reads the settings anew, merges the change, and writes them with all else as it was.
 * @param isForced whether the change is made even though somebody has changed the model meanwhile.
 * @throws Error with Grafana's own words, or one that says that the list is full.
 */
export async function changeList(change: ListChange, isForced = false): Promise<Changed> {
  const settings = await readAppSettings();
  const changed = changeModelList(settings.jsonData, change, isForced);
  if (changed.kind === 'changed') {
    await writeAppSettings({ ...settings, jsonData: changed.jsonData });
  }
  return changed;
}
