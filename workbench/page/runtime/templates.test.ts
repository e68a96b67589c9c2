/** @jest-environment jsdom */
import '../testing/browser';

import { EmbeddedScene, SceneFlexLayout, SceneVariableSet, TestVariable } from '@grafana/scenes';

import { createTemplates } from './templates';

describe('createTemplates()', () => {
  it('gives a formatter the value and the variable that it is of', () => {
    const host = new TestVariable({ name: 'host', value: ['web-1', 'web-2'], isMulti: true, includeAll: false });
    const templates = createTemplates();
    templates.setScene(
      new EmbeddedScene({
        $variables: new SceneVariableSet({ variables: [host] }),
        body: new SceneFlexLayout({ children: [] }),
      }),
    );
    const given: unknown[] = [];
    const format = (value: unknown, variable: unknown) => {
      given.push(value, variable);
      return 'formatted';
    };
    expect(templates.replace('up{host="$host"}', undefined, format)).toBe('up{host="formatted"}');
    expect(given).toEqual([
      ['web-1', 'web-2'],
      expect.objectContaining({ name: 'host', multi: true, includeAll: false }),
    ]);
  });
});
