import { useState } from 'react';
import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Button } from '@grafana/ui';

import { loadEngine } from 'foreband-engine';
import { mayWriteSettings } from '../../../grafana/appSettings';
import { changeList } from '../../models/changeList';

import type { Kept } from './dashboardPanel';
import { modelOf } from './modelOf';

interface Props {
  readonly kept: Kept;
}

async function add(kept: Kept): Promise<string> {
  const model = modelOf(await loadEngine(), kept);
  await changeList({ kind: 'put', model });
  return model.name;
}

/** Puts the model of what the page shows into the app's list. */
export function AddToModels({ kept }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const mayWrite = mayWriteSettings();
  const tell = (type: string, text: string) => getAppEvents().publish({ type, payload: [text] });
  const onClick = () => {
    setIsBusy(true);
    add(kept)
      .then(
        (name) => tell(AppEvents.alertSuccess.name, `${name} is on the Models page.`),
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
          ? 'Keeps it on the Models page, for everybody'
          : 'Only Admins change the list of models: it is kept in the settings of the app. Save it as a file instead.'
      }
      onClick={onClick}
    >
      Add to models
    </Button>
  );
}
