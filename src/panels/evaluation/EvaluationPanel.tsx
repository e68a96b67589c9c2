import { useMemo } from 'react';
import { AppEvents, type PanelData, type PanelProps } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { usePanelContext, useTheme2 } from '@grafana/ui';
import { numberText } from 'foreband-detector';

import type { EvaluationBasis } from 'foreband-engine';
import { howLongOptionsLast } from '../../grafana/howLongOptionsLast';
import { valueFormat } from '../../grafana/valueFormat';
import { useLoggedEvaluation } from '../../log/useLoggedEvaluation';
import { EvaluationViews } from '../../views/evaluation/EvaluationViews';
import { SeriesPicker } from '../../views/layout/SeriesPicker';
import { emptyState, type EmptyState } from '../../views/states/emptyState';
import { NOTE_STRIP_PX, NoteStrip } from '../../views/states/NoteStrip';
import { ProgressMessage } from '../../views/states/ProgressMessage';
import { SimulatedMark } from '../../views/states/SimulatedMark';
import { StateMessage } from '../../views/states/StateMessage';

import { useEvaluationModel, type EvaluationModel } from './model/useEvaluationModel';
import { useThresholdOffers } from './model/useThresholdOffers';
import { parseEvaluationOptions, type EvaluationPanelOptions } from './options/evaluationOptions';
import { ProgressStrip } from './ProgressStrip';

type Props = PanelProps<EvaluationPanelOptions>;

const MIN_HEIGHT_WITH_STRIP = 260;

const WAITING: EmptyState = { title: 'Fetching the samples to evaluate', advice: '', isError: false };

async function announce(thresholdMultiplier: number): Promise<void> {
  const text = numberText(thresholdMultiplier);
  const isCopied = await navigator.clipboard
    ?.writeText(text)
    .then(() => true)
    .catch(() => false);
  getAppEvents().publish({
    type: AppEvents.alertSuccess.name,
    payload: [
      `Threshold ${text} is offered to the anomaly panels of this dashboard`,
      isCopied === true ? 'It has been copied as well.' : 'It could not be copied: the browser does not allow it here.',
    ],
  });
}

/** Why nothing is shown yet, or at all. */
function stateOf(data: PanelData, { outcome, chosen, notes, isWaiting }: EvaluationModel): EmptyState {
  if (chosen === undefined) {
    return emptyState(data, notes);
  }
  if (outcome?.kind === 'notEvaluated') {
    return { title: 'Nothing was evaluated', advice: outcome.message, isError: false };
  }
  const [worst] = notes;
  return isWaiting || worst === undefined
    ? WAITING
    : { title: 'Nothing to evaluate', advice: worst.text, isError: worst.severity === 'error' };
}

function hasSomethingToSay({ choices, isSimulated, notes, running, isCancelled }: EvaluationModel): boolean {
  return choices.length > 1 || isSimulated || notes.length > 0 || running !== undefined || isCancelled;
}

interface EvaluatedProps extends Pick<Props, 'width' | 'height' | 'timeZone'> {
  readonly model: EvaluationModel;
  readonly basis: EvaluationBasis;
  readonly views: EvaluationPanelOptions['views'];
  readonly onChoose: (series: string) => void;
  readonly onUse: (thresholdMultiplier: number) => void;
}

function Evaluated({ model, basis, views, width, height, timeZone, onChoose, onUse }: EvaluatedProps) {
  const theme = useTheme2();
  const { app } = usePanelContext();
  const { chosen, choices, notes, isSimulated } = model;
  const valueField = chosen?.input.queried.valueField;
  const format = useMemo(
    () => (valueField === undefined ? String : valueFormat(valueField, theme)),
    [valueField, theme],
  );
  const hasStrip = hasSomethingToSay(model);
  const isCompact = height < MIN_HEIGHT_WITH_STRIP;
  const strip = hasStrip ? (
    <NoteStrip notes={notes} isSimulated={isSimulated} width={width} isCompact={isCompact}>
      <SeriesPicker
        choices={choices}
        value={chosen?.input.key ?? ''}
        onChange={onChoose}
        maxWidth={isCompact ? 90 : undefined}
      />
      <ProgressStrip {...model} />
    </NoteStrip>
  ) : undefined;
  return (
    <div style={{ position: 'relative', width, height, overflow: 'hidden' }} data-testid="foreband evaluation panel">
      {isSimulated && <SimulatedMark width={width} height={height} />}
      {!isCompact && strip}
      <EvaluationViews
        key={chosen?.input.key}
        basis={basis}
        timeZone={timeZone}
        format={format}
        views={views}
        width={width}
        height={hasStrip && !isCompact ? height - NOTE_STRIP_PX : height}
        onUse={onUse}
        answering={model.answering}
        useHint={`Sets this panel's threshold, copies it, and offers it to the anomaly panels of this dashboard. ${howLongOptionsLast(app)}`}
        leading={isCompact ? strip : undefined}
      />
    </div>
  );
}

function useLogged(
  { id, title, data, replaceVariables }: Props,
  { outcome, chosen, isSimulated }: EvaluationModel,
): void {
  const dashboard = data.request?.dashboardUID ?? '';
  const { refId = '', series } = chosen?.input.queried ?? {};
  const place = { dashboard, panelId: id, panel: replaceVariables(title), query: refId, labels: series?.labels ?? {} };
  useLoggedEvaluation(outcome, place, isSimulated);
}

/** Evaluates the detector on samples its model has not seen, and shows how good it is. */
export function EvaluationPanel(props: Props) {
  const { id, title, data, width, height, timeZone, onOptionsChange } = props;
  const { eventBus } = usePanelContext();
  const options = useMemo(() => parseEvaluationOptions(props.options), [props.options]);
  const model = useEvaluationModel(data, options, id);
  const offer = useThresholdOffers(eventBus, `${data.request?.dashboardUID ?? ''} ${id}`);
  const { outcome, running, isCancelled } = model;
  useLogged(props, model);
  const choose = (series: string) => onOptionsChange({ ...options, series });
  if (outcome?.kind !== 'evaluated') {
    return running !== undefined || isCancelled ? (
      <ProgressMessage {...model} width={width} height={height} />
    ) : (
      <>
        <SeriesPicker choices={model.choices} value={model.chosen?.input.key ?? ''} onChange={choose} />
        <StateMessage state={stateOf(data, model)} width={width} height={height - NOTE_STRIP_PX} />
      </>
    );
  }
  const use = (thresholdMultiplier: number) => {
    onOptionsChange({ ...options, settings: { ...options.settings, thresholdMultiplier } });
    offer({ thresholdMultiplier, panelId: id, panelTitle: title, series: outcome.name });
    void announce(thresholdMultiplier);
  };
  return (
    <Evaluated
      model={model}
      basis={outcome}
      views={options.views}
      width={width}
      height={height}
      timeZone={timeZone}
      onChoose={choose}
      onUse={use}
    />
  );
}
