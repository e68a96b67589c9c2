// The verbs: fit, forecast, score, roll, and detect, which composes them.
export { createEngine, loadEngine, type Engine } from './engine.js';
export { fit } from './fit/fit.js';
export { fitRows, type FitRows } from './fit/fitRows.js';
export { forecast } from './forecast/forecast.js';
export { score, type Lead } from './score/score.js';
export type { SampleRows } from './score/leadRows.js';
export { roll, type RollingModel } from './roll/roll.js';
export { detect, rescore } from './detect/detect.js';
export type { Verbs } from './verbs.js';
export { stageOfChange } from './detect/stageOfChange.js';
export { predictSinglePoint, type SinglePointOptions } from './score/predictSinglePoint.js';
export {
  joinReplay,
  replay,
  replayParts,
  type Replay,
  type ReplayedPart,
  type ReplaySubject,
} from './replay/replay.js';
export { inSlices, takeInSlices } from './slices.js';

// Their inputs and outputs.
export {
  isStored,
  type AdaptivePart,
  type EvaluationFigures,
  type FittedModel,
  type ModelOrigin,
  type TrainingRange,
} from './fit/fittedModel.js';
export { excludedSpans, type ExclusionSettings } from './exclusions/excludedSpans.js';
export { maintenanceSpans } from './exclusions/maintenanceSpans.js';
export { parseMaintenance, type MaintenanceWindow, type Recurrence } from './settings/parseMaintenance.js';
export type { DetectedSeries, DetectionJob, DetectionOutcome } from './detect/detectedSeries.js';
export { modelFingerprint } from './fit/modelFingerprint.js';
export { contentFingerprint } from './fit/contentFingerprint.js';
export { fingerprint, textFingerprint } from './fit/fingerprint.js';

// A model and its remarks, as a reader sees them.
export {
  modelComponents,
  type ModelComponents,
  type SeasonalityCurve,
  type TrendCurve,
} from './forecast/modelComponents.js';
export { modelRemarks } from './fit/modelRemarks.js';
export { bandNotes, historyNotes, type ForecastNote, type ForecastNoteKind } from './notes/forecastNotes.js';
export type { Mend, Note } from './note.js';

// Settings: their table, the values and presets that follow from it, and how they are read and completed.
export { settingsTable } from './settings/settingsTable.js';
export {
  settingGroups,
  type Choice,
  type NumericSetting,
  type Setting,
  type SettingGroup,
  type ShownNumber,
  type Stage,
  type ValueOf,
} from './settings/setting.js';
export { accepts, shownExpectationOf } from './settings/checkSetting.js';
export { isTimeZone } from './settings/isTimeZone.js';
export {
  defaultSettings,
  isSettingName,
  settingNames,
  type DetectorSettings,
  type FitSettings,
  type SeasonalitySetting,
  type SettingName,
} from './settings/settings.js';
export { fitGroups, fitSettings, withScoring } from './settings/stages.js';
export {
  isPresetSetting,
  presetNames,
  presetOf,
  presets,
  type PresetName,
  type PresetSettings,
} from './settings/presets.js';
export { parseSettings, type PartialSettings } from './settings/parseSettings.js';
export { migrateSettings, migrationRemark } from './settings/migrateSettings.js';
export { effectiveSettings } from './settings/effectiveSettings.js';
export { detectionOptions } from './score/detectionOptions.js';
export { DASHBOARD_ZONE } from './settings/dashboardZone.js';
export { settingsReference } from './settings/settingsReference.js';

// Holidays and events.
export { hasCalendar, type Calendar, type CalendarRows, type DatedSettings } from './calendar/calendar.js';
export { calendarKey, knownCalendar, loadCalendar, loadRegions } from './calendar/loadCalendar.js';
export { calendarRows, loadCalendarRows } from './calendar/calendarRows.js';

// Time ranges and the rows within them.
export { alignSpan, lastCompleteStep, trainingSpan } from './training/trainingWindow.js';
export { lastOf, rowsBetween } from './series/trainingRows.js';
export { firstRowFrom, medianStep, rowNear, valueAt } from './series/rowAt.js';
export { replaceSpan } from './series/joinSeries.js';
export { firstWithHistory } from './series/firstWithHistory.js';

// Queries for CPU usage.
export { cpuMetricNames, cpuMetrics, isCpuMetricName, type CpuMetricName } from './metrics/cpuMetrics.js';

// Saved models: their format, their exchange with Python, and the places where they are stored.
export { MODEL_FORMAT, type SavedModel, type SavedSource } from './models/format/savedModel.js';
export { saveModel } from './models/format/saveModel.js';
export { parseSavedModel } from './models/format/parseSavedModel.js';
export { readAdaptivePart } from './models/format/adaptivePart.js';
export { serializeSavedModel } from './models/format/serializeSavedModel.js';
export { isRecord } from './models/format/reading.js';
export { importPython } from './models/exchange/importPython.js';
export {
  MAX_LIST_BYTES,
  changeModelList,
  readModelList,
  type Changed,
  type ListChange,
  type ModelList,
} from './models/list/modelList.js';
export { assign } from './models/list/assign.js';
export { pin, readPins, unpin, type PinnedModels, type ReadPins } from './models/pins/pinnedModels.js';
export {
  defaultModelsOptions,
  parseModelsOptions,
  retrainPolicies,
  type ModelsOptions,
  type RetrainPolicy,
} from './models/pins/modelsOptions.js';
export { createModelCache, type ModelCache, type ModelsBySeries } from './models/cache/modelCache.js';
export { modelFor, storesModels } from './models/policy/modelFor.js';
export { staleness, type StaleReason } from './models/staleness/staleness.js';

// Evaluation: of settings, by models fitted to parts of the samples, or of one model on samples it has not seen.
export { runEvaluation, type EvaluationBasis, type EvaluationOutcome } from './evaluation/runEvaluation.js';
export type { EvaluationSubject, MarkedTruth } from './evaluation/evaluationSubject.js';
export { defaultPlan, parsePlan, type EvaluationPlan } from './evaluation/evaluationPlan.js';
export { REAL_KIND, type IncidentAnswer, type UnplantedIncident } from './evaluation/unplantedIncidents.js';
export { evaluateAt, withThreshold } from './evaluation/evaluateAt.js';
export { evaluationFigures } from './evaluation/evaluationFigures.js';
export { foldForecaster, withSeasonalitiesOf } from './evaluation/foldForecaster.js';

// The log: its entries, the watch that makes them, their store, report and exports.
export {
  isAnomalyEntry,
  isHourEntry,
  partOf,
  type AnomalyEntry,
  type LogEntry,
  type LogOrigin,
  type LogPart,
} from './log/logEvent.js';
export type { Verbosity } from './log/logLevel.js';
export { anomalyEntry } from './log/watch/seriesEntries.js';
export { statusEntry, troubleEntries } from './log/watch/statusEntries.js';
export { evaluationEntry } from './log/evaluationEntry.js';
export { foundAnomalies } from './log/watch/seenAnomalies.js';
export type { Watch } from './log/watch/watch.js';
export type { WatchedSeries, WatchingPanel } from './log/watch/watchedSeries.js';
export { pageWatches } from './log/watch/watches.js';
export { createLogStore, type LogStore } from './log/store/logStore.js';
export { createRecorder, type Recorder } from './log/store/recorder.js';
export { isOfSeries, partsOf, passes, type LogFilter, type LogView } from './log/report/logFilter.js';
export { logReport, type LogReport, type ReportRow } from './log/report/logReport.js';
export { jsonLines } from './log/export/jsonLines.js';
export { logTable } from './log/export/logTable.js';
