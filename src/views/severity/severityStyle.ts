import type { GrafanaTheme2 } from '@grafana/data';
import type { Severity } from 'foreband-detector';

/** Outline of a marker; each severity has its own, so that color never speaks alone. */
export type MarkerShape = 'diamond' | 'triangle' | 'square' | 'circle';

/** How a severity looks everywhere: line, marker, legend, tooltip. */
export interface SeverityStyle {
  /** Reader's name. */
  readonly label: string;
  readonly color: string;
  readonly shape: MarkerShape;
}

/** Worst first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

const dark: Readonly<Record<Severity, string>> = {
  critical: '#F2495C',
  high: '#FF9830',
  medium: '#FADE2A',
  low: '#B877D9',
};

// The dark theme's yellow and orange fall below 3:1 on white, the contrast WCAG 2.1 asks of graphical objects (1.4.11).
const light: Readonly<Record<Severity, string>> = {
  critical: '#C4162A',
  high: '#C9480A',
  medium: '#A17A00',
  low: '#7C2EA3',
};

/** Colors and shapes for a theme. */
export function severityStyles(theme: GrafanaTheme2): Readonly<Record<Severity, SeverityStyle>> {
  const colors = theme.isDark ? dark : light;
  return {
    critical: { label: 'Critical', color: colors.critical, shape: 'diamond' },
    high: { label: 'High', color: colors.high, shape: 'triangle' },
    medium: { label: 'Medium', color: colors.medium, shape: 'square' },
    low: { label: 'Low', color: colors.low, shape: 'circle' },
  };
}
