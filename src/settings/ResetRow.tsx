import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';

import { originText, type Origin } from './inheritedValue';

interface Props {
  /** Whether the panel sets the value itself. */
  readonly isSet: boolean;
  readonly origin: Origin;
  /** The inherited value as text. */
  readonly inheritedText: string;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    control: css({ flexGrow: 1, minWidth: 0 }),
    origin: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** A control that says where its value comes from, with a way back to the inherited one. */
export function ResetRow({ isSet, origin, inheritedText, onReset, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <div className={styles.row}>
        <div className={styles.control}>{children}</div>
        {isSet && (
          <IconButton
            name="history"
            size="sm"
            tooltip={`Back to ${inheritedText}, ${originText(origin)}`}
            onClick={onReset}
          />
        )}
      </div>
      {!isSet && <div className={styles.origin}>{`${originText(origin)}`}</div>}
    </div>
  );
}
