import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
} from '@grafana/data';
import { FieldColorEditor } from './FieldColorEditor';
import { LinksEditor } from './LinksEditor';
import { MappingsEditor } from './MappingsEditor';
import { ThresholdsEditor } from './ThresholdsEditor';

type Editor = FieldConfigPropertyItem['editor'];
type Details = Pick<FieldConfigPropertyItem, 'process'> & Partial<FieldConfigPropertyItem>;

const onNumbers = (field: Field) => field.type === FieldType.number;
const always = () => true;

/**
 * Stands in for `getAllStandardFieldConfigs` of public/app/core/components/OptionsUI/registry.tsx: the field options
 * that every panel has.
 */
export function fieldConfigEditors(): FieldConfigPropertyItem[] {
  const standard = (id: string): Editor => standardEditorsRegistry.get(id).editor;
  const property = (path: string, name: string, editor: Editor, details: Details): FieldConfigPropertyItem => ({
    id: path,
    path,
    name,
    editor,
    override: editor,
    category: ['Standard options'],
    shouldApply: always,
    ...details,
  });
  const links = ['Data links'];
  return [
    property('unit', 'Unit', standard('unit'), { process: unitOverrideProcessor, shouldApply: onNumbers }),
    property('min', 'Min', standard('number'), {
      description: 'Leave empty to calculate based on all values',
      process: numberOverrideProcessor,
      shouldApply: onNumbers,
      settings: { placeholder: 'auto' },
    }),
    property('max', 'Max', standard('number'), {
      description: 'Leave empty to calculate based on all values',
      process: numberOverrideProcessor,
      shouldApply: onNumbers,
      settings: { placeholder: 'auto' },
    }),
    property('decimals', 'Decimals', standard('number'), {
      process: numberOverrideProcessor,
      shouldApply: onNumbers,
      settings: { placeholder: 'auto', min: 0, max: 15, integer: true },
    }),
    property('displayName', 'Display name', standard('text'), {
      description: 'Change the field or series name',
      process: displayNameOverrideProcessor,
      settings: { placeholder: 'none', expandTemplateVars: true },
    }),
    property('color', 'Color scheme', FieldColorEditor, {
      process: identityOverrideProcessor,
      getItemsCount: () => 0,
      settings: { byValueSupport: true, preferThresholdsMode: true },
      defaultValue: { mode: FieldColorModeId.Thresholds },
    }),
    property('noValue', 'No value', standard('text'), {
      description: 'What to show when there is no value',
      process: stringOverrideProcessor,
      settings: { placeholder: '-' },
    }),
    property('links', 'Data links', LinksEditor, { process: dataLinksOverrideProcessor, category: links }),
    property('mappings', 'Value mappings', MappingsEditor, {
      process: valueMappingsOverrideProcessor,
      category: ['Value mappings'],
      defaultValue: [],
    }),
    property('thresholds', 'Thresholds', ThresholdsEditor, {
      process: thresholdsOverrideProcessor,
      category: ['Thresholds'],
      shouldApply: onNumbers,
      defaultValue: {
        mode: ThresholdsMode.Absolute,
        steps: [
          { value: -Infinity, color: 'green' },
          { value: 80, color: 'red' },
        ],
      },
    }),
    property('filterable', 'Ad hoc filterable', standard('boolean'), {
      process: booleanOverrideProcessor,
      hideFromDefaults: true,
    }),
  ];
}
