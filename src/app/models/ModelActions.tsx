import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';

import type { SavedModel } from 'foreband-engine';

/** Everything that can be done with a model. */
export interface ModelActionHandlers {
  readonly onOpen: (model: SavedModel) => void;
  readonly onEdit: (model: SavedModel) => void;
  readonly onRetrain: (model: SavedModel) => void;
  readonly onExport: (model: SavedModel) => void;
  readonly onExportPython: (model: SavedModel) => void;
  readonly onDelete: (model: SavedModel) => void;
}

interface Props extends ModelActionHandlers {
  readonly model: SavedModel;
  readonly mayWrite: boolean;
  readonly isBusy: boolean;
}

const ADMINS_ONLY = 'Only Admins change the list: it is stored in the settings of the app.';
const NO_SOURCE = 'It does not know where its samples come from: it was fitted to a file, or on a dashboard.';

function getStyles(theme: GrafanaTheme2) {
  return { root: css({ display: 'flex', gap: theme.spacing(0.5), justifyContent: 'flex-end' }) };
}

/** The buttons of one model. */
export function ModelActions({ model, mayWrite, isBusy, ...handlers }: Props) {
  const styles = useStyles2(getStyles);
  const { name, source } = model;
  const cannotRetrain = mayWrite ? (source === null ? NO_SOURCE : undefined) : ADMINS_ONLY;
  const menu = () => (
    <Menu>
      <Menu.Item label="Foreband's format" icon="download-alt" onClick={() => handlers.onExport(model)} />
      <Menu.Item
        label="For Python Prophet"
        description={source === null ? 'Needs the samples it was fitted to' : undefined}
        disabled={source === null}
        icon="download-alt"
        onClick={() => handlers.onExportPython(model)}
      />
    </Menu>
  );
  return (
    <div className={styles.root}>
      <Button
        size="sm"
        variant="secondary"
        icon="compass"
        aria-label={`Open ${name}`}
        tooltip="Open on the Explore page: its series, scored with it"
        onClick={() => handlers.onOpen(model)}
      />
      <Button
        size="sm"
        variant="secondary"
        icon="pen"
        aria-label={`Rename ${name}`}
        disabled={!mayWrite}
        tooltip={mayWrite ? 'Name and note' : ADMINS_ONLY}
        onClick={() => handlers.onEdit(model)}
      />
      <Button
        size="sm"
        variant="secondary"
        icon={isBusy ? 'spinner' : 'sync'}
        aria-label={`Retrain ${name}`}
        disabled={isBusy || cannotRetrain !== undefined}
        tooltip={cannotRetrain ?? 'Fit it to the history up to last midnight'}
        onClick={() => handlers.onRetrain(model)}
      />
      <Dropdown overlay={menu} placement="bottom-end">
        <Button size="sm" variant="secondary" icon="download-alt" aria-label={`Export ${name}`} tooltip="Export" />
      </Dropdown>
      <Button
        size="sm"
        variant="secondary"
        icon="trash-alt"
        aria-label={`Delete ${name}`}
        disabled={!mayWrite}
        tooltip={mayWrite ? 'Delete' : ADMINS_ONLY}
        onClick={() => handlers.onDelete(model)}
      />
    </div>
  );
}
