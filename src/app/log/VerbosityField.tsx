import { useEffect, useId, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Select, useStyles2 } from '@grafana/ui';

import type { Verbosity } from 'foreband-engine';
import { browserLog } from '../../stores/browserLog';
import { ToolbarLabel } from '../controls/ToolbarLabel';

const choices: ReadonlyArray<{ readonly value: Verbosity; readonly label: string; readonly description: string }> = [
  {
    value: 'debug',
    label: 'DEBUG',
    description: 'Every sample with its forecast, stored for a week, and everything below',
  },
  { value: 'info', label: 'INFO', description: 'Trainings, evaluations, the hourly figures, and everything below' },
  { value: 'warning', label: 'WARNING', description: 'Anomalies and warnings' },
  { value: 'error', label: 'ERROR', description: 'Failures only' },
  { value: 'off', label: 'Nothing', description: 'Nothing is logged' },
];

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  };
}

/** How much this browser logs. */
export function VerbosityField() {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [verbosity, setVerbosity] = useState<Verbosity>();
  useEffect(() => {
    browserLog()
      .verbosity()
      .then(setVerbosity, () => undefined);
  }, []);
  const choose = (next: Verbosity) => {
    setVerbosity(next);
    // A browser that refuses its store has nothing that could be set; the page says so.
    browserLog()
      .setVerbosity(next)
      .catch(() => undefined);
  };
  return (
    <div className={styles.root}>
      <ToolbarLabel htmlFor={id}>Log from level</ToolbarLabel>
      <Select<Verbosity>
        inputId={id}
        aria-label="Log from level"
        width={18}
        options={[...choices]}
        value={verbosity ?? null}
        onChange={({ value }) => value !== undefined && choose(value)}
      />
    </div>
  );
}
