import { createTheme } from '@grafana/data';

import { markerSvgPath } from '../../views/severity/markerPath';
import { severities, severityStyles } from '../../views/severity/severityStyle';

import { thinMarkers } from './thinMarkers';

/** Relative luminance as in WCAG 2.1. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [high, low] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('severityStyles', () => {
  it.each(['dark', 'light'] as const)('stand out from the panel in the %s theme by 3 to 1 at least', (mode) => {
    const styles = severityStyles(createTheme({ colors: { mode } }));
    const background = mode === 'dark' ? '#181b1f' : '#ffffff';
    const ratios = severities.map((severity) => contrast(styles[severity].color, background));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });

  it('give each severity an outline of its own', () => {
    const styles = severityStyles(createTheme());
    const outlines = new Set(severities.map((severity) => markerSvgPath(styles[severity].shape, 4)));
    expect(outlines.size).toBe(4);
  });
});

describe('thinMarkers', () => {
  it('keeps the worst of markers that would cover each other', () => {
    const kept = thinMarkers(
      [
        { x: 1, y: 1, severity: 'low' },
        { x: 2, y: 2, severity: 'critical' },
        { x: 50, y: 2, severity: 'medium' },
      ],
      10,
    );
    expect(kept.map(({ severity }) => severity)).toEqual(['medium', 'critical']);
  });
});
