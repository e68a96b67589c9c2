import { numberText, percentText } from 'foreband-detector';

import { isAnomalyEntry, type LogEntry } from 'foreband-engine';

const names: Readonly<Record<LogEntry['type'], string>> = {
  anomaly_detected: 'Anomaly',
  cpu_measurement: 'Sample',
  prediction: 'Forecast',
  model_training: 'Training',
  model_evaluation: 'Evaluation',
  system_status: 'Status',
};

/** A type of entry for a reader. */
export function typeText({ type }: LogEntry): string {
  return names[type];
}

function trainingText(entry: Extract<LogEntry, { type: 'model_training' }>): string {
  const seasonalities = entry.patterns.length === 0 ? 'no seasonality' : entry.patterns.join(', ');
  return `Fitted to ${entry.nReadings} samples (${entry.nLeftOut} excluded): ${seasonalities}`;
}

function evaluationText(entry: Extract<LogEntry, { type: 'model_evaluation' }>): string {
  const { precision, recall, f1, thresholdMultiplier } = entry;
  return `At threshold ${numberText(thresholdMultiplier)}: precision ${percentText(precision)}, recall ${percentText(recall)}, F1 ${percentText(f1)}`;
}

/** An entry in a sentence. */
export function entryText(entry: LogEntry): string {
  if (isAnomalyEntry(entry)) {
    return `${entry.direction} the band${entry.isOpen ? ', still open' : ''}`;
  }
  switch (entry.type) {
    case 'cpu_measurement':
      return numberText(entry.value);
    case 'prediction':
      return `${numberText(entry.value)}, expected ${numberText(entry.predicted)}${entry.isAnomaly ? ', anomalous' : ''}`;
    case 'model_training':
      return trainingText(entry);
    case 'model_evaluation':
      return evaluationText(entry);
    case 'system_status':
      return entry.status === 'hourly_summary'
        ? `${entry.figures.nReadings} samples in this hour, mean ${numberText(entry.figures.mean)}`
        : entry.message;
  }
}
