import { parseDuration, promDuration } from 'foreband-prometheus';

/** The fault of a duration that must lie between two others, or undefined. */
export function durationProblem(text: string, minMs: number, maxMs: number): string | undefined {
  const durationMs = parseDuration(text);
  const isUsable = durationMs !== undefined && durationMs >= minMs && durationMs <= maxMs;
  return isUsable
    ? undefined
    : `A duration from ${promDuration(minMs)} to ${promDuration(maxMs)}, for instance 5m, 6h, 28d`;
}

/** The fault of a number that must lie between two others, or undefined. */
function numberProblem(text: string, min: number, max: number): string | undefined {
  const value = Number(text);
  return text.trim() !== '' && value >= min && value <= max ? undefined : `A number from ${min} to ${max}`;
}

/** The fault of a whole number that must lie between two others, or undefined. */
export function wholeProblem(text: string, min: number, max: number): string | undefined {
  return Number.isInteger(Number(text)) && numberProblem(text, min, max) === undefined
    ? undefined
    : `A whole number from ${min} to ${max}`;
}

/** A stored duration as text; empty where none is stored. */
export function durationText(durationMs: number | undefined): string {
  return durationMs === undefined ? '' : promDuration(durationMs);
}
