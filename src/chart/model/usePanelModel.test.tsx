import { CoreApp, createTheme, LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { renderHook, waitFor } from '@testing-library/react';
import { type DetectedSeries, loadEngine, type PartialSettings, type SavedModel, saveModel } from 'foreband-engine';
import { loadProphet } from 'prophet-wasm';

import '../../grafana/testing/browser';
import { detectedFrame, SPIKE_ROW, VISIBLE_START } from '../../grafana/testing/detectedFrame';
import { firstReleaseFrame } from '../../grafana/testing/firstReleaseFrame';
import { panelData } from '../../grafana/testing/panelData';
import { bareRequest } from '../../training/bareRequest';

import type { PanelModel } from './panelModel';
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

const isReady = ({ isStarting, isFitting }: PanelModel) => !isStarting && !isFitting;

function detections({ series }: PanelModel): readonly DetectedSeries[] {
  return series.map(({ outcome }) => {
    if (outcome?.kind !== 'detected') {
      throw new Error('expected a detection');
    }
    return outcome;
  });
}

describe('usePanelModel', () => {
  let frame: DataFrame;

  beforeAll(async () => {
    frame = await detectedFrame();
  }, 60_000);

  it('scores a Foreband frame from what it carries, without a request', async () => {
    const { result } = renderModel(panelData([frame]));
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    const [{ chart, outcome }] = result.current.series;
    expect(result.current.training.kind).toBe('notNeeded');
    expect(outcome?.kind).toBe('detected');
    expect(chart.scored?.anomalies.map(({ peakTime }) => peakTime)).toEqual([VISIBLE_START + SPIKE_ROW * 600_000]);
    expect(chart.scored?.shares().map(({ name }) => name)).toEqual(expect.arrayContaining(['Trend', 'Daily']));
  }, 60_000);

  it('scores anew without another fit when only the threshold moves', async () => {
    const data = panelData([frame]);
    const { result, rerender } = renderModel(data);
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    const before = result.current.series[0].outcome;
    rerender({ data, settings: { thresholdMultiplier: 60 } });
    const after = result.current.series[0].outcome;
    if (before?.kind !== 'detected' || after?.kind !== 'detected') {
      throw new Error('expected detections');
    }
    expect(after.fitted).toBe(before.fitted);
    expect(after.forecast).toBe(before.forecast);
    expect([before.detection.anomalies.length, after.detection.anomalies.length]).toEqual([1, 0]);
  }, 60_000);

  it('refits from the carried samples when a setting of the fit changes', async () => {
    const data = panelData([frame]);
    const { result, rerender } = renderModel(data);
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    rerender({ data, settings: { dailySeasonality: 'off' } });
    const { outcome } = result.current.series[0];
    expect(outcome?.kind === 'detected' && outcome.fitted.model.seasonalities.map(({ name }) => name)).not.toContain(
      'daily',
    );
  }, 60_000);

  it('forecasts anew, but fits nothing, when only the interval changes', async () => {
    const data = panelData([frame]);
    const { result, rerender } = renderModel(data);
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    const [before] = detections(result.current);
    rerender({ data, settings: { intervalWidth: 0.8 } });
    const [after] = detections(result.current);
    expect(after.fitted.key).toBe(before.fitted.key);
    expect(after.fitted.origin).toBe('carried');
    expect(after.forecast.yhatUpper[0]).toBeLessThan(before.forecast.yhatUpper[0]);
  }, 60_000);

  it('explains a point by the model that the frame carries: to the bit what the frame forecasts', async () => {
    const { result } = renderModel(panelData([firstReleaseFrame()]));
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    const [{ chart }] = result.current.series;
    const [{ fitted, forecast }] = detections(result.current);
    const prophet = await loadProphet();
    expect(prophet.predict(fitted.model, forecast.time).yhat).toEqual(chart.scored?.yhat);
    const shares = chart.scored?.shares() ?? [];
    const sum = shares.reduce((total, { values }) => total + values[7], 0);
    expect(shares.map(({ name }) => name)).toEqual(['Trend', 'Weekly', 'Daily']);
    expect(sum).toBeCloseTo(chart.scored?.yhat[7] ?? NaN, 12);
  }, 60_000);

  describe('with a model that was fitted before', () => {
    async function pinnedModel(data: PanelData, settings: PartialSettings): Promise<readonly [string, SavedModel]> {
      const other = renderModel(data, settings);
      await waitFor(() => expect(isReady(other.result.current)).toBe(true), PATIENCE);
      const saved = saveModel(await loadEngine(), detections(other.result.current)[0], {
        unit: null,
        now: VISIBLE_START,
      });
      return [other.result.current.series[0].chart.key, { ...saved, origin: 'pinned' }];
    }

    it('scores a series with that, whatever its frame carries and the settings say', async () => {
      const data = panelData([frame]);
      const pinned = await pinnedModel(data, { changepointPriorScale: 0.5, dailyOrder: 8 });
      const { result } = renderHook(() => usePanelModel(data, {}, theme, new Map([pinned])));
      await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
      expect(detections(result.current)[0].fitted).toBe(pinned[1]);
    }, 60_000);

    it('applies the threshold it was pinned with, until the panel has one of its own', async () => {
      const data = panelData([frame]);
      const stored = new Map([await pinnedModel(data, { thresholdMultiplier: 60 })]);
      const thresholds = async (settings: PartialSettings) => {
        const { result } = renderHook(() => usePanelModel(data, settings, theme, stored));
        await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
        const [{ settings: applied, detection }] = detections(result.current);
        return [applied.thresholdMultiplier, detection.anomalies.length];
      };
      expect(await thresholds({})).toEqual([60, 0]);
      expect(await thresholds({ thresholdMultiplier: 2 })).toEqual([2, 1]);
    }, 60_000);
  });

  it('scores nothing while models are being looked up', async () => {
    const data = panelData([frame]);
    const { result } = renderHook(() => usePanelModel(data, {}, theme, 'lookingUp'));
    await waitFor(() => expect(result.current.isStarting).toBe(false), PATIENCE);
    expect(result.current.isFitting).toBe(true);
    expect(result.current.series[0].outcome).toBeUndefined();
  }, 60_000);

  it('draws samples whose history is still on its way, and waits for the rest', async () => {
    const [time, value] = frame.fields;
    const beginning = { refId: 'A', fields: [time, value], length: frame.length };
    const target = { refId: 'A', datasource: { uid: 'foreband', type: 'foreband-prometheus-datasource' } };
    const data = panelData([beginning], { state: LoadingState.Loading });
    const request = bareRequest({
      ...{ app: CoreApp.Dashboard, requestId: 'Q1', targets: [target], range: data.timeRange, timeZone: 'utc' },
      ...{ stepMs: 600_000, maxDataPoints: 144, now: VISIBLE_START },
    });
    const { result } = renderModel({ ...data, request });
    await waitFor(() => expect(result.current.isStarting).toBe(false), PATIENCE);
    expect(result.current.series.map(({ chart }) => chart.line.time.length)).toEqual([frame.length]);
    expect(result.current.training.kind).toBe('notNeeded');
    expect(result.current.isFitting).toBe(true);
  });

  it('draws a frame that lost its training as it is, and says which controls are off', () => {
    const { result } = renderModel(panelData([{ ...frame, meta: undefined }]));
    expect(result.current.series[0].chart.scored?.anomalies).toHaveLength(1);
    expect(result.current.notes.map(({ text }) => text).join()).toMatch(/controls for threshold.* are off/);
  });

  it('goes on with the settings of the query when the panel has one out of its range, and names it', async () => {
    const { result } = renderModel(panelData([frame]), { intervalWidth: 1.2 });
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    expect(result.current.notes[0]).toMatchObject({
      severity: 'error',
      text: expect.stringContaining('intervalWidth: 1.2'),
    });
  }, 60_000);

  it('survives data, no data and data again', async () => {
    const { result, rerender } = renderModel(panelData([]));
    rerender({ data: panelData([frame]), settings: {} });
    await waitFor(() => expect(isReady(result.current)).toBe(true), PATIENCE);
    rerender({ data: panelData([]), settings: {} });
    expect(result.current.series).toEqual([]);
    rerender({ data: panelData([frame]), settings: {} });
    expect(result.current.series[0].chart.scored).toBeDefined();
  }, 60_000);

  it('leaves the samples on screen and gives the data source its own words when a refresh fails', () => {
    const { result } = renderModel(
      panelData([frame], { state: LoadingState.Error, errors: [{ message: 'bad_data: unexpected end of input' }] }),
    );
    expect(result.current.series).toHaveLength(1);
    expect(result.current.notes[0].text).toMatch(/unexpected end of input.*last that arrived/);
  });

  it('knows simulated samples', async () => {
    const { result } = renderModel(panelData([await detectedFrame('web', true)]));
    expect(result.current.isSimulated).toBe(true);
  }, 60_000);
});
