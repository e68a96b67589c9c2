export { hasCalendar, type Calendar } from './calendar/calendar.js';
export { calendarKey, knownCalendar, loadCalendar, loadRegions } from './calendar/loadCalendar.js';
export { withCalendar, withRows, withoutRows } from './calendar/withCalendar.js';

export type { DetectedSeries, DetectionJob, DetectionOutcome } from './detect/detectedSeries.js';
export { createEngine, loadEngine, type Engine } from './detect/engine.js';

export { evaluateAt, withThreshold } from './evaluation/evaluateAt.js';
export { defaultPlan, parsePlan, type EvaluationPlan } from './evaluation/evaluationPlan.js';
export type { EvaluationSubject, MarkedTruth } from './evaluation/evaluationSubject.js';
export { foldForecaster, withPatternsOf } from './evaluation/foldForecaster.js';
export { runEvaluation, type EvaluationBasis, type EvaluationOutcome } from './evaluation/runEvaluation.js';

export { contentFingerprint } from './fit/contentFingerprint.js';
export { fingerprint, textFingerprint } from './fit/fingerprint.js';
export { chooseHistory } from './fit/history.js';
export type { LearntModel } from './fit/learntModel.js';
export { modelComponents, type ModelComponents, type PatternCurve, type TrendCurve } from './fit/modelComponents.js';
export { modelFingerprint } from './fit/modelFingerprint.js';
export { modelRemarks } from './fit/modelRemarks.js';
export type { ReadyModel } from './fit/readyModel.js';
export type { RollingModel } from './fit/rollingModel.js';

export { evaluationEntry } from './log/evaluationEntry.js';

export { jsonLines } from './log/export/jsonLines.js';
export { logTable } from './log/export/logTable.js';

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

export { isOfSeries, partsOf, passes, type LogFilter, type LogView } from './log/report/logFilter.js';
export { logReport, type LogReport, type ReportRow } from './log/report/logReport.js';

export { createLogStore, type LogStore } from './log/store/logStore.js';
export { createRecorder, type Recorder } from './log/store/recorder.js';

export { foundAnomalies } from './log/watch/seenAnomalies.js';
export { anomalyEntry } from './log/watch/seriesEntries.js';
export { statusEntry, troubleEntries } from './log/watch/statusEntries.js';
export type { Watch } from './log/watch/watch.js';
export type { WatchedSeries, WatchingPanel } from './log/watch/watchedSeries.js';
export { pageWatches } from './log/watch/watches.js';

export { cpuMetricNames, cpuMetrics, isCpuMetricName, type CpuMetricName } from './metrics/cpuMetrics.js';

export { createModelCache, type ModelCache, type ModelsBySeries } from './models/cache/modelCache.js';

export { importPython } from './models/exchange/importPython.js';

export { parseSavedModel } from './models/format/parseSavedModel.js';
export { isRecord } from './models/format/reading.js';
export { saveModel } from './models/format/saveModel.js';
export { MODEL_FORMAT, type SavedModel, type SavedSource } from './models/format/savedModel.js';
export { serializeSavedModel } from './models/format/serializeSavedModel.js';

export { assign } from './models/list/assign.js';
export {
  MAX_LIST_BYTES,
  changeModelList,
  readModelList,
  type Changed,
  type ListChange,
  type ModelList,
} from './models/list/modelList.js';

export {
  defaultModelsOptions,
  parseModelsOptions,
  retrainPolicies,
  type ModelsOptions,
  type RetrainPolicy,
} from './models/pins/modelsOptions.js';
export { pin, readPins, readyModel, unpin, type PinnedModels, type ReadPins } from './models/pins/pinnedModels.js';

export { keepsModels, modelFor, type FoundModel } from './models/policy/modelFor.js';

export { staleness, type StaleReason } from './models/staleness/staleness.js';

export { firstWithHistory } from './series/firstWithHistory.js';
export { replaceSpan } from './series/joinSeries.js';
export { firstRowFrom, medianStep, rowNear, valueAt } from './series/rowAt.js';
export { lastOf, rowsBetween } from './series/trainingRows.js';

export { DASHBOARD_ZONE } from './settings/dashboardZone.js';
export { detectionOptions } from './settings/detectionOptions.js';
export { effectiveSettings } from './settings/effectiveSettings.js';
export { migrateSettings } from './settings/migrateSettings.js';
export { parseSettings, type PartialSettings } from './settings/parseSettings.js';
export {
  isPresetSetting,
  presetNames,
  presetOf,
  presets,
  type PresetName,
  type PresetSettings,
} from './settings/presets.js';
export {
  defaultSettings,
  isSettingName,
  settingNames,
  type DetectorSettings,
  type FitSettings,
  type SeasonalitySetting,
  type SettingName,
  type SettingValues,
} from './settings/settings.js';
export type { Choice, Setting, SettingGroup, ShownNumber, Stage, ValueOf } from './settings/setting.js';
export { settingsTable } from './settings/settingsTable.js';
export { accepts, expectationOf } from './settings/checkSetting.js';
export { fitSettings, haveSameForecast, withScoring } from './settings/stages.js';
export { settingsReference } from './settings/settingsReference.js';

export type { Note } from './note.js';
export { inSlices, takeInSlices } from './slices.js';

export { alignSpan, lastCompleteStep, trainingSpan } from './training/trainingWindow.js';
