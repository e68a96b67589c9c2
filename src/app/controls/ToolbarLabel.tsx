import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** Id of the control it names. Default none, for a group that has its own name. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize });
}

/** The name of a control, beside it. */
export function ToolbarLabel({ htmlFor, children }: Props) {
  const style = useStyles2(getStyles);
  return htmlFor === undefined ? (
    <span className={style}>{children}</span>
  ) : (
    <label htmlFor={htmlFor} className={style}>
      {children}
    </label>
  );
}
