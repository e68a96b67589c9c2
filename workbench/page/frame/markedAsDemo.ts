import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Writes "Demo data" across every panel, whatever draws in it, so that no picture of one passes for a measurement. */
export const markedAsDemo = (theme: GrafanaTheme2) => ({
  root: css({
    '[data-testid^="data-testid Panel header"]:not(:has([data-testid="foreband simulated"]))': {
      position: 'relative',
      containerType: 'size',
      '&::after': {
        content: '"Demo data"',
        position: 'absolute',
        inset: 0,
        display: 'grid',
        placeItems: 'center',
        transform: 'rotate(-12deg)',
        fontSize: 'min(12cqw, 40cqh)',
        fontWeight: theme.typography.fontWeightBold,
        whiteSpace: 'nowrap',
        color: theme.colors.text.primary,
        opacity: 0.1,
        overflow: 'hidden',
        pointerEvents: 'none',
        zIndex: 1,
      },
    },
  }),
});
