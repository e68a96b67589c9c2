import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Class names of the chart's tooltip. */
export function tooltipStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      padding: theme.spacing(1),
      minWidth: 180,
      maxWidth: 420,
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.35,
      whiteSpace: 'normal',
      overflowY: 'auto',
    }),
    time: css({ fontWeight: theme.typography.fontWeightMedium, paddingRight: theme.spacing(3) }),
    series: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.75),
      fontWeight: theme.typography.fontWeightMedium,
      overflowWrap: 'anywhere',
    }),
    swatch: css({ width: 14, height: 3, borderRadius: 2, flexShrink: 0 }),
    rows: css({
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      columnGap: theme.spacing(2),
      rowGap: 1,
      margin: theme.spacing(0.5, 0, 0),
      dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
      dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    }),
    severity: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    note: css({ marginTop: theme.spacing(0.5), color: theme.colors.text.secondary }),
    other: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      marginTop: 2,
      span: { overflowWrap: 'anywhere' },
      'span:last-child': { marginLeft: 'auto', paddingLeft: theme.spacing(2), fontVariantNumeric: 'tabular-nums' },
    }),
    divider: css({ borderTop: `1px solid ${theme.colors.border.weak}`, margin: theme.spacing(0.75, 0) }),
    links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginTop: theme.spacing(1) }),
  };
}
