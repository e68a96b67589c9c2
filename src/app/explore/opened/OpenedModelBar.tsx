import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Alert, Button, Icon, useStyles2 } from '@grafana/ui';
import type { SavedModel } from 'foreband-engine';

import { FileButton } from '../../controls/FileButton';
import { evaluationText } from '../../models/modelTexts';

import { MODEL_FILES } from './modelFiles';
import type { OpenedModel } from './useOpenedModel';

interface Props {
  readonly opened: OpenedModel;
  readonly timeZone: TimeZone;
  /** Why the last file was not opened. */
  readonly problem?: string;
  readonly onFile: (file: File) => void;
  /** Goes back to fitting live. */
  readonly onClose: () => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    text: css({ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' }),
    faint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

function Found({ model, timeZone, onClose }: Pick<Props, 'timeZone' | 'onClose'> & { readonly model: SavedModel }) {
  const styles = useStyles2(getStyles);
  const { name, created, training } = model;
  const format = (time: number) => dateTimeFormat(time, { timeZone });
  return (
    <section className={styles.bar} aria-label="Saved model" data-testid="foreband opened model">
      <Icon name="layer-group" />
      <div className={styles.text}>
        Scored with the saved model <strong>{name}</strong>
        <div className={styles.faint}>
          {`Fitted ${format(created)} to ${training.nSamples} samples, ${format(training.start)} to ${format(training.end)}; ${evaluationText(model)}. Settings of training and model apply once the series is fitted live.`}
        </div>
      </div>
      <Button size="sm" variant="secondary" tooltip="With the settings as they are" onClick={onClose}>
        Fit live instead
      </Button>
    </section>
  );
}

/** The saved model that the page scores with, or why there is none. */
export function OpenedModelBar({ opened, timeZone, problem, onFile, onClose }: Props) {
  return (
    <>
      {problem !== undefined && (
        <Alert severity="error" title="The model was not opened">
          {problem}
        </Alert>
      )}
      {opened.kind === 'missing' && (
        <Alert severity="warning" title="The model of this address is not here" onRemove={onClose}>
          <p>Neither the list of models nor this browser has it; the series is fitted live. Open its file to go on.</p>
          <FileButton accept={MODEL_FILES} onFile={onFile}>
            Open a model
          </FileButton>
        </Alert>
      )}
      {opened.kind === 'found' && <Found model={opened.model} timeZone={timeZone} onClose={onClose} />}
    </>
  );
}
