import type { ChartPlan } from './chartConfig';

/** A text that differs whenever a plan needs another chart: lines, their field config, colors, axes. */
export function planFingerprint({ lines, bandOwner, timeZone, hasFocus }: ChartPlan): string {
  return JSON.stringify({
    lines: lines.map(({ field, scaleKey, color }) => ({
      scaleKey,
      color,
      decimals: field.config.decimals,
      thresholds: field.config.thresholds,
      mappings: field.config.mappings,
      custom: field.config.custom as unknown,
    })),
    bandOwner,
    timeZone,
    hasFocus,
  });
}
