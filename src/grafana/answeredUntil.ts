import type { DataFrame } from '@grafana/data';

/**
 * A frame that says up to which step (epoch ms) its query was answered: samples missing before are missing, later ones
 * have not been asked for.
 */
export function withAnsweredUntil(frame: DataFrame, until: number): DataFrame {
  const custom = { ...frame.meta?.custom, forebandAnsweredUntil: until };
  return { ...frame, meta: { ...frame.meta, custom } };
}

/** The same as a frame says it; undefined for frames of other data sources. */
export function answeredUntilOf(frame: DataFrame): number | undefined {
  const until: unknown = frame.meta?.custom?.forebandAnsweredUntil;
  return typeof until === 'number' && Number.isFinite(until) ? until : undefined;
}
