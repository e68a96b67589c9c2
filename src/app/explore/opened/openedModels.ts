import { readModelList, type SavedModel } from 'foreband-engine';

import { readAppSettings } from '../../../grafana/appSettings';
import { browserModels } from '../../../stores/browserModels';

/** A model that somebody opens. */
export interface FoundModel {
  readonly model: SavedModel;
  /** The model of this id in the app's list, as it was read there; undefined where the list has none. */
  readonly listed?: SavedModel;
}

/** Where the browser stores opened files, apart from the models of panels. */
const SOURCE = 'opened';

// Models opened since the page was loaded, by id: they stay even where the browser stores nothing.
const opened = new Map<string, SavedModel>();

async function listedModel(id: string): Promise<SavedModel | undefined> {
  try {
    const { jsonData } = await readAppSettings();
    return readModelList(jsonData).models.find((model) => model.id === id);
  } catch {
    // Without a list there are still files.
    return undefined;
  }
}

async function storedModel(id: string): Promise<SavedModel | undefined> {
  const stored = (await browserModels().load(SOURCE)).get(id);
  return stored && { ...stored, origin: 'opened' };
}

/** Lets a model that the list may not have be found by its id, as long as this browser stores it. */
export function rememberOpened(model: SavedModel): void {
  opened.set(model.id, model);
  void browserModels().save(SOURCE, new Map([[model.id, model]]));
}

/** The model of an id: as it was opened here, else as it is in the list, else as this browser stored it. */
export async function findOpened(id: string): Promise<FoundModel | undefined> {
  const listed = await listedModel(id);
  const model = opened.get(id) ?? listed ?? (await storedModel(id));
  return model && { model, listed };
}
