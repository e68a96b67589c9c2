import type { GrafanaTheme2 } from '@grafana/data';

import { severityStyles } from '../../views/severity/severityStyle';

import type { ScenePalette } from './scene';

/** The colors of the canvas in a theme. */
export function scenePalette(theme: GrafanaTheme2): ScenePalette {
  return {
    severity: severityStyles(theme),
    background: theme.colors.background.primary,
    text: theme.colors.text.primary,
    faintText: theme.colors.text.secondary,
    futureShade: theme.isDark ? 'rgba(204, 204, 220, 0.05)' : 'rgba(36, 41, 46, 0.04)',
    bandOpacity: theme.isDark ? 0.16 : 0.18,
    bandEdge: theme.isDark ? '#7b7f8c' : '#8a8d96',
    fontFamily: theme.typography.fontFamily,
  };
}
