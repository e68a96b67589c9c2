import { useState } from 'react';
import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Button } from '@grafana/ui';

import { loadEngine, type SavedModel } from 'foreband-engine';
import { mayWriteSettings } from '../../../grafana/appSettings';
import { changeList } from '../../models/changeList';

import type { Kept } from './dashboardPanel';
import { modelOf } from './modelOf';

interface Props {
  readonly kept: Kept;
  /** The opened model as the list has it; undefined where the list has none. */
  readonly listed?: SavedModel;
  /** The list has this model now. */
  readonly onListed: (model: SavedModel) => void;
}

async function put(kept: Kept, known: SavedModel | undefined): Promise<SavedModel> {
  const model = modelOf(await loadEngine(), kept, Date.now());
  const changed = await changeList({ kind: 'put', model, known });
  if (changed.kind === 'conflict') {
    throw new Error('someone has changed the model meanwhile. Open it again from the Models page.');
  }
  return model;
}

/** Puts the page's model into the app's list, or brings the one there up to date. */
export function AddToModels({ kept, listed, onListed }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const mayWrite = mayWriteSettings();
  const tell = (type: string, text: string) => getAppEvents().publish({ type, payload: [text] });
  const onClick = () => {
    setIsBusy(true);
    put(kept, listed)
      .then(
        (model) => {
          tell(AppEvents.alertSuccess.name, `${model.name} is on the Models page.`);
          onListed(model);
        },
        (error: unknown) =>
          tell(AppEvents.alertError.name, `Not added: ${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => setIsBusy(false));
  };
  return (
    <Button
      size="sm"
      variant="secondary"
      icon="layer-group"
      disabled={!mayWrite || isBusy}
      tooltip={
        mayWrite
          ? 'Adds it to the Models page, for everyone, with its threshold and its evaluation'
          : 'Only Admins change the list of models: it is stored in the settings of the app. Save it as a file instead.'
      }
      onClick={onClick}
    >
      {listed === undefined ? 'Add to models' : 'Update in models'}
    </Button>
  );
}
