export type { Series } from './series/series';
export type { TimeSpan } from './series/timeSpan';
export { toGrid } from './series/toGrid';
export { listGaps, type Gap } from './series/gap';
export { guessStepMs } from './series/guessStepMs';
export { guessUnit, type Unit } from './series/guessUnit';
export { looksLikeCounter } from './series/looksLikeCounter';
export { mergeSpans } from './series/mergeSpans';
export { withoutSpans } from './series/withoutSpans';
export { appendTail } from './series/appendTail';

export type { Forecast } from './detection/forecast';
export { parseDetectionOptions } from './detection/detectionOptions';
export type { Bounds, BoundsInput, DetectionOptions, DetectionOptionsInput } from './detection/detectionOptions';
export { detect, type DetectionContext } from './detection/detect';
export { bandOf, type Band } from './detection/band';
export type { Detection } from './detection/detection';
export type { Anomaly, Direction, Excursion, SuppressedExcursion } from './detection/anomaly';
export { severityOf, severityThresholds, type Severity } from './detection/severity';
export { suppressionCodes, suppressionReasonOf, type SuppressionReason } from './detection/suppression';
export { thresholdOf } from './detection/threshold';

export { parseScenario, type Scenario } from './simulation/scenario';
export { createFleet } from './simulation/createFleet';
export { simulate, type Simulation, type SimulationRange } from './simulation/simulate';
export { injectionKinds, type Injection, type InjectionKind } from './simulation/injection';
