import { createTheme, LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { renderHook, waitFor } from '@testing-library/react';
import { modelFingerprint, type PartialSettings, type ReadyModel } from 'foreband-engine';

import '../../grafana/testing/browser';
import { detectedFrame, SPIKE_ROW, VISIBLE_START } from '../../grafana/testing/detectedFrame';
import { panelData } from '../../grafana/testing/panelData';

import { usePanelModel } from './usePanelModel';

const theme = createTheme();
const PATIENCE = { timeout: 20_000 };

interface Given {
  readonly data: PanelData;
  readonly settings: PartialSettings;
}

function renderModel(data: PanelData, settings: PartialSettings = {}) {
  return renderHook(({ data: given, settings: set }: Given) => usePanelModel(given, set, theme), {
    initialProps: { data, settings },
  });
}

describe('usePanelModel', () => {
  let frame: DataFrame;

  beforeAll(async () => {
    frame = await detectedFrame();
  }, 60_000);

  it('judges a Foreband frame from what it carries, without a request', async () => {
    const { result } = renderModel(panelData([frame]));
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    const [{ chart, outcome }] = result.current.series;
    expect(result.current.training.kind).toBe('notNeeded');
    expect(outcome?.kind).toBe('detected');
    expect(chart.judgement?.anomalies.map(({ peakTime }) => peakTime)).toEqual([VISIBLE_START + SPIKE_ROW * 600_000]);
    expect(chart.judgement?.shares().map(({ name }) => name)).toEqual(expect.arrayContaining(['Trend', 'Daily']));
  }, 60_000);

  it('scores anew without another fit when only the threshold moves', async () => {
    const data = panelData([frame]);
    const { result, rerender } = renderModel(data);
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    const before = result.current.series[0].outcome;
    rerender({ data, settings: { thresholdMultiplier: 60 } });
    const after = result.current.series[0].outcome;
    if (before?.kind !== 'detected' || after?.kind !== 'detected') {
      throw new Error('expected detections');
    }
    expect(after.model).toBe(before.model);
    expect(after.forecast).toBe(before.forecast);
    expect([before.detection.anomalies.length, after.detection.anomalies.length]).toEqual([1, 0]);
  }, 60_000);

  it('refits from the carried readings when a learning setting changes', async () => {
    const data = panelData([frame]);
    const { result, rerender } = renderModel(data);
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    rerender({ data, settings: { dailySeasonality: 'off' } });
    const { outcome } = result.current.series[0];
    expect(outcome?.kind === 'detected' && outcome.model.seasonalities.map(({ name }) => name)).not.toContain('daily');
  }, 60_000);

  it('judges a series with a model of old by that, whatever its frame carries and the settings say', async () => {
    const data = panelData([frame]);
    const other = renderModel(data, { changepointPriorScale: 0.5, dailyOrder: 8 });
    await waitFor(() => expect(other.result.current.isLearning).toBe(false), PATIENCE);
    const [{ chart, outcome }] = other.result.current.series;
    if (outcome?.kind !== 'detected') {
      throw new Error('expected a detection');
    }
    const { model, nLeftOut, intervalFactor } = outcome;
    const pinned: ReadyModel = { model, nLeftOut, intervalFactor, origin: 'pinned', created: VISIBLE_START };
    const ready = new Map([[chart.key, pinned]]);
    const { result } = renderHook(() => usePanelModel(data, {}, theme, ready));
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    const judged = result.current.series[0].outcome;
    expect(judged?.kind === 'detected' && judged.ready).toBe(pinned);
    expect(judged?.kind === 'detected' && modelFingerprint(judged)).toBe(modelFingerprint(outcome));
  }, 60_000);

  it('judges nothing while models are being looked up', async () => {
    const data = panelData([frame]);
    const { result } = renderHook(() => usePanelModel(data, {}, theme, 'lookingUp'));
    await waitFor(() => expect(result.current.isStarting).toBe(false), PATIENCE);
    expect(result.current.isLearning).toBe(true);
    expect(result.current.series[0].outcome).toBeUndefined();
  }, 60_000);

  it('draws a frame that lost its training as it is, and says which controls are off', () => {
    const { result } = renderModel(panelData([{ ...frame, meta: undefined }]));
    expect(result.current.series[0].chart.judgement?.anomalies).toHaveLength(1);
    expect(result.current.notes.map(({ text }) => text).join()).toMatch(/controls for threshold.* are off/);
  });

  it('goes on with the settings of the query when the panel has one out of its range, and names it', async () => {
    const { result } = renderModel(panelData([frame]), { intervalWidth: 1.2 });
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    expect(result.current.notes[0]).toMatchObject({
      severity: 'error',
      text: expect.stringContaining('intervalWidth: 1.2'),
    });
  }, 60_000);

  it('survives data, no data and data again', async () => {
    const { result, rerender } = renderModel(panelData([]));
    rerender({ data: panelData([frame]), settings: {} });
    await waitFor(() => expect(result.current.isLearning).toBe(false), PATIENCE);
    rerender({ data: panelData([]), settings: {} });
    expect(result.current.series).toEqual([]);
    rerender({ data: panelData([frame]), settings: {} });
    expect(result.current.series[0].chart.judgement).toBeDefined();
  }, 60_000);

  it('keeps the readings and gives the data source its own words when a refresh fails', () => {
    const { result } = renderModel(
      panelData([frame], { state: LoadingState.Error, errors: [{ message: 'bad_data: unexpected end of input' }] }),
    );
    expect(result.current.series).toHaveLength(1);
    expect(result.current.notes[0].text).toMatch(/unexpected end of input.*last that arrived/);
  });

  it('knows simulated readings', async () => {
    const { result } = renderModel(panelData([await detectedFrame('web', true)]));
    expect(result.current.isSimulated).toBe(true);
  }, 60_000);
});
