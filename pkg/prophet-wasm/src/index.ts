export { loadProphet, type LoadOptions } from './loadProphet.js';
export type { Prophet } from './prophet.js';
export type { Backend } from './kernel/bindings.js';
export type { Growth, Mode, ProphetOptions, Scaling, SeasonalitySwitch } from './options/prophetOptions.js';
export type {
  Bounds,
  CustomSeasonality,
  Holiday,
  HolidayDay,
  HolidayInterval,
  Regressor,
  Step,
} from './options/prophetOptions.js';
export type { ResolvedHoliday, ResolvedOptions } from './options/prophetOptions.js';
export type { ExtraColumns, History, RegularHistory, TimedHistory, ValueOrColumn } from './history/history.js';
export type { FitStatus, Model, ModelBounds, ModelParams, ModelScaling } from './fit/model.js';
export type { InactiveSeasonality, Seasonality } from './features/seasonality.js';
export type { HolidayColumn } from './features/holidayColumns.js';
export type { FittedRegressor } from './features/regressor.js';
export type { FutureRows, RegularRows, TimedRows } from './predict/futureRows.js';
export type { PredictOptions } from './predict/predictModel.js';
export type { ManySeries } from './reuse/fitMany.js';
export type { Prepared } from './reuse/prepare.js';
export type { PreparedGrid } from './reuse/prepareGrid.js';
export type { RollingFit } from './reuse/rollingFit.js';
export type { Forecast } from './predict/forecast.js';
export type { TrendInterval } from './predict/trendInterval.js';
export { parseModel } from './exchange/parseModel.js';
export { serializeModel } from './exchange/serializeModel.js';
export { readPythonModel, type PythonModel, type PythonReadOptions } from './exchange/python/readPythonModel.js';
export type { ReadHistory } from './exchange/python/readHistory.js';
export type { CountryHoliday } from './exchange/python/readHolidays.js';
export { writePythonModel } from './exchange/python/writePythonModel.js';
export { regressorCoefficients, type RegressorCoefficient } from './features/regressorCoefficients.js';
export { crossValidate, crossValidationSteps, type CrossValidationOptions } from './diagnostics/crossValidate.js';
export type { CrossValidation } from './diagnostics/fold.js';
export { placeCutoffs, type CutoffPlan } from './diagnostics/placeCutoffs.js';
export { performanceMetrics, type Forecasts } from './diagnostics/performanceMetrics.js';
export type { MetricOptions, PerformanceMetrics } from './diagnostics/performanceMetrics.js';
export type { ForecastRow, Metric, MetricName } from './diagnostics/metrics.js';
export { rollingMean, type RollingValues } from './diagnostics/rollingMean.js';
export { rollingMedian } from './diagnostics/rollingMedian.js';
export { gridSearch } from './diagnostics/gridSearch.js';
export type { GridCandidate, GridSearchOptions, OptionGrid } from './diagnostics/gridSearch.js';
export { residualSummary, type MeasuredForecast, type ResidualSummary } from './diagnostics/residualSummary.js';
export type { Progress } from './diagnostics/runSteps.js';
export { robustFit, type RobustFit, type TrimOptions } from './robust/robustFit.js';
export { excludeRanges, type TimeRange } from './robust/excludeRanges.js';
export { predictiveSamples, type PredictiveSamples, type SampleOptions } from './sampling/predictiveSamples.js';
export { firstPassage, passageTime, type FirstPassage, type PassageOptions } from './sampling/firstPassage.js';
export { fitAdaptive, type AdaptiveFindings, type AdaptiveFit, type Stretch } from './adaptive/fitAdaptive.js';
export type {
  AdaptiveModelOptions,
  AdaptiveOptions,
  AdaptiveWindow,
  CustomPeriod,
} from './adaptive/adaptiveOptions.js';
export type { FoundPeriod } from './adaptive/findPeriod.js';
export { stepSizes, type StepSize } from './features/stepSizes.js';
export type { Recurring, RecurringEdge, RecurringRun, WeeklyValues } from './recurring/recurring.js';
export { withRecurring } from './recurring/withRecurring.js';
export { listRecurring, type RecurringTime } from './recurring/listRecurring.js';
export { edgesAt, type Edges } from './recurring/edgesAt.js';
