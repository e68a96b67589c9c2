import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** The field it is about. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    hint: css({
      alignSelf: 'flex-end',
      flex: '1 1 240px',
      maxWidth: 560,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      overflowWrap: 'anywhere',
    }),
  };
}

/** The effect of a choice, beside its field. */
export function FieldHint({ htmlFor, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <output className={styles.hint} htmlFor={htmlFor}>
      {children}
    </output>
  );
}
