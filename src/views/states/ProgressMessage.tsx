import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

interface Props {
  /** Steps done and to do; undefined once it was canceled. */
  readonly running?: { readonly done: number; readonly total: number };
  readonly cancel: () => void;
  readonly restart: () => void;
  readonly width: number;
  readonly height: number;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(1),
    }),
    bar: css({ width: 'min(320px, 80%)', accentColor: theme.colors.primary.main }),
  };
}

/** Stands in for the views while the first evaluation runs, and after it was canceled. */
export function ProgressMessage({ running, cancel, restart, width, height }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root} style={{ width, height }} role="status" data-testid="foreband progress">
      {running === undefined ? (
        <>
          <span>The evaluation was canceled.</span>
          <Button size="sm" onClick={restart}>
            Evaluate again
          </Button>
        </>
      ) : (
        <>
          <span>{`Evaluating: ${Math.round((100 * running.done) / running.total)}%`}</span>
          <progress
            className={styles.bar}
            max={running.total}
            value={running.done}
            aria-label="Progress of the evaluation"
          />
          <Button size="sm" variant="secondary" onClick={cancel}>
            Cancel
          </Button>
        </>
      )}
    </div>
  );
}
