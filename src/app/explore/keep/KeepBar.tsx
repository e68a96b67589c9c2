import { memo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { loadEngine } from 'foreband-engine';
import { saveModelFile } from '../../models/saveModelFile';

import { AddToModels } from './AddToModels';
import type { Kept } from './dashboardPanel';
import { DashboardModal } from './DashboardModal';
import { modelOf } from './modelOf';

interface Props {
  readonly kept: Kept;
  readonly range: TimeRange;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    end: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
}

function fitText({ detected: { fitted } }: Kept): string {
  const names = fitted.model.seasonalities.map(({ name }) => name);
  return names.length === 0 ? 'Fitted without a seasonality' : `Seasonalities: ${names.join(', ')}`;
}

/** What can be taken along: the model as a file, and a panel that shows the same on a dashboard. */
export const KeepBar = memo(function KeepBar({ kept, range }: Props) {
  const styles = useStyles2(getStyles);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.bar} role="group" aria-label="Keep what was found">
      <span className={styles.text}>{fitText(kept)}</span>
      <div className={styles.end}>
        <Button
          size="sm"
          variant="secondary"
          icon="save"
          tooltip="A file of a few kilobytes that Foreband reads again"
          onClick={() => void loadEngine().then((engine) => saveModelFile(modelOf(engine, kept)))}
        >
          Save model
        </Button>
        <AddToModels kept={kept} />
        <Button size="sm" icon="apps" onClick={() => setIsOpen(true)}>
          Add to dashboard
        </Button>
      </div>
      {isOpen && <DashboardModal kept={kept} range={range} onClose={() => setIsOpen(false)} />}
    </div>
  );
});
