import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { Alert, Button, Field, Select, useStyles2 } from '@grafana/ui';
import { readModelList, type SavedModel } from 'foreband-engine';

import { readAppSettings } from '../../../grafana/appSettings';

import type { SeriesEntry } from './seriesModels';

interface Props {
  readonly entries: readonly SeriesEntry[];
  readonly onPin: (key: string, model: SavedModel) => void;
}

type Listed =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read'; readonly models: readonly SavedModel[] };

function getStyles(theme: GrafanaTheme2) {
  return { root: css({ marginTop: theme.spacing(1) }) };
}

const optionOf = (value: string, label: string): SelectableValue<string> => ({ value, label });

function Form({ entries, models, onPin }: Props & { readonly models: readonly SavedModel[] }) {
  const choices = entries.filter(({ canFit }) => canFit);
  const [key, setKey] = useState(choices.at(0)?.key);
  const [id, setId] = useState(models.at(0)?.id);
  const model = models.find((one) => one.id === id);
  return (
    <>
      <Field label="Model" htmlFor="listed-model">
        <Select
          inputId="listed-model"
          options={models.map((one) => optionOf(one.id, one.name))}
          value={id}
          onChange={({ value }) => setId(value)}
        />
      </Field>
      <Field label="Series" htmlFor="listed-series">
        <Select
          inputId="listed-series"
          options={choices.map((one) => optionOf(one.key, one.name))}
          value={key}
          onChange={({ value }) => setKey(value)}
        />
      </Field>
      <Button
        size="sm"
        disabled={model === undefined || key === undefined}
        onClick={() => model !== undefined && key !== undefined && onPin(key, model)}
      >
        Pin this model
      </Button>
    </>
  );
}

/** Pins a model of the app's list to a series of the panel. */
export function PinListed({ entries, onPin }: Props) {
  const styles = useStyles2(getStyles);
  const [listed, setListed] = useState<Listed>({ kind: 'closed' });
  const open = () => {
    setListed({ kind: 'reading' });
    readAppSettings().then(
      ({ jsonData }) => setListed({ kind: 'read', models: readModelList(jsonData).models }),
      (error: unknown) =>
        setListed({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <div className={styles.root}>
      {listed.kind !== 'read' && (
        <Button size="sm" variant="secondary" icon="layer-group" disabled={listed.kind === 'reading'} onClick={open}>
          Pin a model of the list
        </Button>
      )}
      {listed.kind === 'failed' && (
        <Alert severity="warning" title="The list of models cannot be read">
          {listed.message}
        </Alert>
      )}
      {listed.kind === 'read' && listed.models.length === 0 && (
        <Alert severity="info" title="The list has no model">
          Add one on the Models page of Foreband.
        </Alert>
      )}
      {listed.kind === 'read' && listed.models.length > 0 && (
        <Form
          entries={entries}
          models={listed.models}
          onPin={(key, model) => {
            onPin(key, model);
            setListed({ kind: 'closed' });
          }}
        />
      )}
    </div>
  );
}
