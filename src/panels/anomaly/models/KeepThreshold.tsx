import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { numberText } from 'foreband-detector';

import { originText, type Inherited } from '../../../settings/inheritedValue';

interface Props {
  /** The panel's own threshold multiplier; undefined while it follows. */
  readonly own: number | undefined;
  /** The threshold while the panel has none. */
  readonly inherited: Inherited<'thresholdMultiplier'>;
  readonly onChange: (own: number | undefined) => void;
  /** How long a change lasts, in a sentence. */
  readonly duration: string;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** Puts the threshold that holds into the panel's options, whatever the query or a pinned model come to say. */
export function KeepThreshold({ own, inherited, onChange, duration }: Props) {
  const styles = useStyles2(getStyles);
  const { value, origin } = inherited;
  const source = origin === 'default' ? 'the default' : originText(origin);
  return (
    <div className={styles.root}>
      {own === undefined ? (
        <>
          <Button size="sm" variant="secondary" icon="lock" tooltip={duration} onClick={() => onChange(value)}>
            Keep this threshold
          </Button>
          <span className={styles.text}>{`${numberText(value)}, ${source}`}</span>
        </>
      ) : (
        <>
          <span className={styles.text}>{`The threshold ${numberText(own)} is the panel's own.`}</span>
          <Button size="sm" variant="secondary" fill="text" tooltip={duration} onClick={() => onChange(undefined)}>
            Let it go
          </Button>
        </>
      )}
    </div>
  );
}
