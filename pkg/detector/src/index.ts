export type { Series } from './series/series.js';
export type { TimeSpan } from './series/timeSpan.js';
export { toGrid } from './series/toGrid.js';
export { listGaps, type Gap } from './series/gap.js';
export { guessStepMs } from './series/guessStepMs.js';
export { guessUnit, type Unit } from './series/guessUnit.js';
export { looksLikeCounter } from './series/looksLikeCounter.js';
export { mergeSpans } from './series/mergeSpans.js';
export { withoutSpans } from './series/withoutSpans.js';
export { appendTail } from './series/appendTail.js';

export { readCsv, readCsvSteps } from './series/csv/readCsv.js';
export { decodeCsv } from './series/csv/decodeCsv.js';
export { preferredSeries } from './series/csv/series/preferredSeries.js';
export { MAX_CSV_LENGTH, MAX_CSV_ROWS, MAX_CSV_SERIES } from './series/csv/csvContent.js';
export type { CsvContent, CsvFormat, CsvSeries } from './series/csv/csvContent.js';
export type { DayOrder, DecimalSign, Delimiter, TimestampFormat } from './series/csv/csvContent.js';
export type { CsvAnswers, CsvOption, CsvPreviewRow, CsvQuestion } from './series/csv/csvContent.js';

export type { Forecast } from './detection/forecast.js';
export type { ForecastSource } from './detection/forecastSource.js';
export { parseDetectionOptions } from './detection/detectionOptions.js';
export type { Bounds, BoundsInput, DetectionOptions, DetectionOptionsInput } from './detection/detectionOptions.js';
export { detect, scoringOf, type DetectionContext } from './detection/detect.js';
export { bandOf, type Band } from './detection/band.js';
export type { Detection } from './detection/detection.js';
export type { ObservedRows, ScoredRows, Scoring } from './detection/scoredRows.js';
export { classicScoring } from './detection/classicScoring.js';
export { joinColumns, joinScoredRows } from './detection/joinScoredRows.js';
export { branchCodes, branchOf, type Branch } from './detection/branch.js';
export type { Anomaly, Direction, Excursion, SuppressedExcursion } from './detection/anomaly.js';
export type { Incident, Page, PageKind } from './detection/incident.js';
export { incidentRules } from './detection/incidentRules.js';
export { severityAt } from './detection/excursion.js';
export { severityOf, severityThresholds, type Severity } from './detection/severity.js';
export { suppressionCodes, suppressionReasonOf, type SuppressionReason } from './detection/suppression.js';
export { thresholdOf } from './detection/threshold.js';
export { predictSinglePoint, type PointPrediction } from './detection/predictSinglePoint.js';
export { seriesStatus, type SeriesStatus, type WatchedColumns, type WatchMoment } from './detection/seriesStatus.js';

export { adaptiveScoring, replayScoring, type ScoringInput } from './adaptive/adaptiveScoring.js';
export { replayAdaptive } from './adaptive/replayAdaptive.js';
export type { AdaptiveReplay, ReplayOptions, ReplayOptionsInput } from './adaptive/replayAdaptive.js';
export { ADAPTIVE_LEAD_MS, scoreAdaptive } from './adaptive/scoreAdaptive.js';
export { createAdaptiveScorer } from './adaptive/createAdaptiveScorer.js';
export type { AdaptiveScorer, ForecastSample, ScoredSample } from './adaptive/createAdaptiveScorer.js';
export { parseAdaptiveState, type AdaptiveState } from './adaptive/adaptiveState.js';
export type { RecurringSize } from './adaptive/recurringSizes.js';
export type { AdaptiveRows, AdaptiveSettings, ValueBounds } from './adaptive/adaptiveRows.js';
export type { AdaptiveScores } from './adaptive/adaptiveScores.js';
export { adaptiveParameters, type AdaptiveParameters } from './adaptive/adaptiveParameters.js';
export { adaptiveStepProblem } from './adaptive/adaptiveWindows.js';
export type { LocalTime } from './adaptive/dayRows.js';

export { parseScenario, type Scenario } from './simulation/scenario.js';
export { createFleet } from './simulation/createFleet.js';
export { simulate, type Simulation, type SimulationRange } from './simulation/simulate.js';
export { injectionKinds, type Injection, type InjectionKind } from './simulation/injection.js';

export { UNNAMED_KIND, type GroundTruth, type LabeledEvent } from './evaluation/groundTruth.js';
export { labelsFromColumn } from './evaluation/labelsFromColumn.js';
export { labelsFromSpans, type LabeledSpan } from './evaluation/labelsFromSpans.js';
export { parseInjectionOptions, type InjectionOptions } from './evaluation/injectionOptions.js';
export {
  isJobKind,
  plantedKinds,
  runsOf,
  type JobKind,
  type PlantedKind,
  type RecurringEffect,
} from './evaluation/plantedKind.js';
export { injectAnomalies, type InjectedSeries } from './evaluation/injectAnomalies.js';
export { noiseScaleOf } from './evaluation/noiseScale.js';
export type { Fold, RowRange } from './evaluation/fold.js';
export { chronologicalSplit } from './evaluation/chronologicalSplit.js';
export { rollingOrigin, type RollingOriginOptions } from './evaluation/rollingOrigin.js';
export type { Forecaster, TrainingRows } from './evaluation/forecaster.js';
export { forecastFold, forecastFolds, joinFolds } from './evaluation/heldOut.js';
export type { ForecastFold, HeldOut, UsedRows } from './evaluation/heldOut.js';
export { heldOutTruth, type HeldOutTruth } from './evaluation/heldOutTruth.js';
export { evaluate, type Evaluation, type EvaluationOptions } from './evaluation/evaluate.js';
export { breachMultipliersOf } from './evaluation/breachMultipliers.js';
export { fBetaOf, scorePoints, type Confusion, type PointScores } from './evaluation/pointScores.js';
export { rocOf, type Roc } from './evaluation/roc.js';
export { precisionRecallOf, type PrecisionRecall } from './evaluation/precisionRecall.js';
export { alarmRules, type Alarm } from './evaluation/alarms.js';
export { placeEvents, type EventFrame, type PlacedEvent } from './evaluation/eventFrame.js';
export { scoreEvents, type EventOutcome, type EventScores, type FlaggedRows } from './evaluation/eventScores.js';
export { scoresByKind, type KindScores } from './evaluation/scoresByKind.js';
export { scoresBySeverity, type SeverityScores } from './evaluation/scoresBySeverity.js';
export { forecastQualityOf, type ForecastQuality } from './evaluation/forecastQuality.js';
export { naiveForecast, naiveKinds, type NaiveKind } from './evaluation/naiveForecasts.js';
export { compareForecasts, type ForecastComparison, type ForecastErrors } from './evaluation/compareForecasts.js';
export { comparisonText, naiveName } from './evaluation/comparisonText.js';
export { calibrationOf, type Calibration } from './evaluation/calibration.js';
export { sweepThresholds, sweptMultipliers, type SweepRow } from './evaluation/sweepThresholds.js';
export { chooseThreshold, type ThresholdCounts, type ThresholdGoal } from './evaluation/chooseThreshold.js';
export { suggestThreshold } from './evaluation/suggestThreshold.js';
export type { LabeledIncident, ThresholdSuggestion } from './evaluation/suggestThreshold.js';
export { bootstrapThreshold } from './evaluation/bootstrapThreshold.js';
export type { BootstrapOptions, ThresholdConfidence } from './evaluation/bootstrapThreshold.js';
export { proportionInterval } from './evaluation/proportionInterval.js';
export { thresholdAdvice, type ThresholdAdvice } from './evaluation/thresholdAdvice.js';
export { recommend, type Recommendation } from './evaluation/recommendations.js';
export { reportOf, type Report, type ReportSection } from './evaluation/report.js';
export type { ThresholdStudy } from './evaluation/thresholdStudy.js';
export { reportText } from './evaluation/reportText.js';
export { reportMarkdown } from './evaluation/reportMarkdown.js';
export { countText, durationText, numberText, percentText, rangeText } from './evaluation/reportNumbers.js';

export { statisticsOf, type SeriesStatistics } from './history/seriesStatistics.js';
export { histogramOf, type Histogram } from './history/histogram.js';
export { movingAverageOf, type MovingAverageOptions } from './history/movingAverage.js';
export { autocorrelationOf, type Autocorrelation } from './history/autocorrelation.js';
export { createZoneClock } from './history/zoneClock.js';
export { hoursOfWeek } from './history/hoursOfWeek.js';
export { weekProfileOf, type ProfileCells, type WeekProfile } from './history/weekProfile.js';
export { parseStlOptions, type StlOptions, type StlOptionsInput } from './history/stlOptions.js';
export { decompose, decomposeSteps, nDecompositionSteps, type Decomposition } from './history/decompose.js';
export { dickeyFullerTest, type DickeyFuller, type DickeyFullerOptions } from './history/dickeyFuller.js';
export type { CriticalValues, Regression } from './history/mackinnon.js';
export { discoverPeriods, type Period } from './history/periods.js';
