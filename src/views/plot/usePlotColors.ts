import { useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

/** Colors of the views. Graphical objects keep a contrast of 3 to 1 at least (WCAG 2.1, 1.4.11) in either theme. */
export interface PlotColors {
  readonly text: string;
  readonly faintText: string;
  readonly grid: string;
  readonly background: string;
  /** The subject itself: curves, bars, cells. */
  readonly subject: string;
  /** A second curve beside the subject. */
  readonly second: string;
  /** Everything not selected while something is. */
  readonly muted: string;
  /** Ground under what is selected. */
  readonly selection: string;
  /** An anomaly that was found. */
  readonly found: string;
  /** One that was missed. */
  readonly missed: string;
  /** A false alarm. */
  readonly wrong: string;
  /** An alarm of which nobody has said whether it is real. */
  readonly unknown: string;
  readonly fontFamily: string;
}

const dark = {
  subject: '#5794F2',
  second: '#B877D9',
  found: '#73BF69',
  missed: '#F2495C',
  wrong: '#FF9830',
  unknown: '#CA95E5',
};
const light = {
  subject: '#1F60C4',
  second: '#7C2EA3',
  found: '#37872D',
  missed: '#C4162A',
  wrong: '#C9480A',
  unknown: '#8F3BB8',
};

/** The colors in a theme. */
function plotColors(theme: GrafanaTheme2): PlotColors {
  const { isDark, colors, typography } = theme;
  return {
    ...(isDark ? dark : light),
    text: colors.text.primary,
    faintText: colors.text.secondary,
    grid: isDark ? 'rgba(204, 204, 220, 0.1)' : 'rgba(36, 41, 46, 0.1)',
    background: colors.background.primary,
    muted: isDark ? '#6E7179' : '#8E9298',
    selection: isDark ? 'rgba(87, 148, 242, 0.16)' : 'rgba(31, 96, 196, 0.12)',
    fontFamily: typography.fontFamily,
  };
}

/** The colors in the theme of the page. */
export function usePlotColors(): PlotColors {
  const theme = useTheme2();
  return useMemo(() => plotColors(theme), [theme]);
}
