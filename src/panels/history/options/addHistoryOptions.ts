import type { PanelOptionsEditorBuilder, SelectFieldConfigSettings } from '@grafana/data';

import { historyViewList } from '../../../views/history/historyViewList';

import { defaultHistoryOptions, type HistoryPanelOptions } from './historyOptions';

const HOUR_MS = 3_600_000;
const averages = [
  { value: HOUR_MS, label: '1 hour' },
  { value: 6 * HOUR_MS, label: '6 hours' },
  { value: 24 * HOUR_MS, label: '1 day' },
  { value: 7 * 24 * HOUR_MS, label: '1 week' },
];

/** Options that decide what is looked at, and how. */
export function addHistoryOptions(builder: PanelOptionsEditorBuilder<HistoryPanelOptions>): void {
  builder
    .addRadio({
      path: 'range',
      name: 'Samples',
      description: 'The model is fitted to the training window, whatever time range the dashboard shows.',
      category: ['History'],
      defaultValue: defaultHistoryOptions.range,
      settings: {
        options: [
          { value: 'training', label: 'Training window' },
          { value: 'visible', label: 'Time range' },
        ],
      },
    })
    .addMultiSelect<unknown, SelectFieldConfigSettings<unknown>>({
      path: 'views',
      name: 'Views',
      description: 'In a small panel they are shown one at a time.',
      category: ['History'],
      defaultValue: [...defaultHistoryOptions.views],
      settings: { options: historyViewList.map(({ id, title }) => ({ value: id, label: title })) },
    })
    .addMultiSelect<unknown, SelectFieldConfigSettings<unknown>>({
      path: 'averagesMs',
      name: 'Moving averages',
      description: 'Drawn over the series; each is the mean of the samples around a moment.',
      category: ['History'],
      defaultValue: [...defaultHistoryOptions.averagesMs],
      settings: { options: averages },
    });
}
