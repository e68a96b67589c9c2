import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Class of what is pointed at and reached by keyboard within a plot: its outline shows for the keyboard alone. */
export function interactive(theme: GrafanaTheme2) {
  return {
    layer: css({
      touchAction: 'pan-y',
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
  };
}
