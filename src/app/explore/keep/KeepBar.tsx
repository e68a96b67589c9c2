import { memo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelData, TimeRange, TimeZone } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { loadEngine, type SavedModel } from 'foreband-engine';
import { FileButton } from '../../controls/FileButton';
import { figuresText } from '../../models/modelTexts';
import { saveModelFile } from '../../models/saveModelFile';
import { MODEL_FILES } from '../opened/modelFiles';

import { AddToModels } from './AddToModels';
import { AlertOnKept } from './AlertOnKept';
import type { Kept } from './dashboardPanel';
import { DashboardModal } from './DashboardModal';
import { evaluationOf, modelOf } from './modelOf';

interface Props {
  readonly kept: Kept;
  readonly range: TimeRange;
  /** All series of the query, of which the page shows one. */
  readonly whole: PanelData | undefined;
  readonly timeZone: TimeZone;
  /** The opened model as the app's list has it. */
  readonly listed?: SavedModel;
  readonly onListed: (model: SavedModel) => void;
  /** Opens a model from a file. */
  readonly onFile: (file: File) => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    end: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
}

function fitText(kept: Kept): string {
  const { fitted } = kept.detected;
  const evaluation = evaluationOf(kept);
  const names = fitted.model.seasonalities.map(({ name }) => name);
  const seasonalities = names.length === 0 ? 'Fitted without a seasonality' : `Seasonalities: ${names.join(', ')}`;
  return evaluation === null ? seasonalities : `${seasonalities}; ${figuresText(evaluation)}`;
}

/** The page's results to take along: the model as a file or in the list, and a panel that shows the same on a dashboard. */
export const KeepBar = memo(function KeepBar({ kept, range, whole, timeZone, listed, onListed, onFile }: Props) {
  const styles = useStyles2(getStyles);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.bar} role="group" aria-label="Keep what was found">
      <span className={styles.text}>{fitText(kept)}</span>
      <div className={styles.end}>
        <FileButton accept={MODEL_FILES} size="sm" onFile={onFile}>
          Open model
        </FileButton>
        <Button
          size="sm"
          variant="secondary"
          icon="save"
          tooltip="A file of a few kilobytes that Foreband reads again"
          onClick={() => void loadEngine().then((engine) => saveModelFile(modelOf(engine, kept, Date.now())))}
        >
          Save model
        </Button>
        <AddToModels kept={kept} listed={listed} onListed={onListed} />
        <AlertOnKept kept={kept} data={whole} timeZone={timeZone} />
        <Button size="sm" icon="apps" onClick={() => setIsOpen(true)}>
          Add to dashboard
        </Button>
      </div>
      {isOpen && <DashboardModal kept={kept} range={range} onClose={() => setIsOpen(false)} />}
    </div>
  );
});
