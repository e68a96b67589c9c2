import type { ScopedVars, TimeRange, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject, type SceneVariable, type VariableCustomFormatterFn } from '@grafana/scenes';

/**
 * Stands in for public/app/features/templating/template_srv.ts as scenes' dashboards use it: the scene object in the
 * scoped variables, or else the dashboard on the page, interpolates.
 */
export interface WorkbenchTemplates extends TemplateSrv {
  /** Empty here: scenes wraps this method, by which older data sources ask for ad hoc filters. */
  getAdhocFilters(dataSource: string): readonly object[];
  /** The scene whose variables count when a call brings no scene object; undefined on pages without one. */
  setScene(scene: SceneObject | undefined): void;
}

const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/;

/** Creates the service. */
export function createTemplates(): WorkbenchTemplates {
  let current: SceneObject | undefined;
  const sceneOf = (scopedVars?: ScopedVars): SceneObject | undefined =>
    scopedVars?.__sceneObject?.value?.valueOf() ?? current;
  return {
    setScene: (scene) => {
      current = scene;
    },
    getAdhocFilters: () => [],
    getVariables: () => (current?.state.$variables?.state.variables ?? []).map(legacyModel),
    replace: (target = '', scopedVars, format, interpolations) => {
      const scene = sceneOf(scopedVars);
      return scene === undefined
        ? replaceScoped(target, scopedVars)
        : sceneGraph.interpolate(scene, target, scopedVars, formatOf(format), interpolations);
    },
    containsTemplate: (target = '') => VARIABLE.test(target),
    updateTimeRange: (_: TimeRange) => undefined,
  };
}

/** Plugins type a formatter loosely; scenes wants to know its parameters: the value, and the variable it is of. */
const formatOf = (format: Parameters<TemplateSrv['replace']>[2]) =>
  typeof format === 'function' ? (...given: Parameters<VariableCustomFormatterFn>) => String(format(...given)) : format;

/** The form in which Grafana lists variables to plugins; only the fields that all kinds have. */
function legacyModel({ state }: SceneVariable): TypedVariableModel {
  const value = 'value' in state ? state.value : '';
  const text = 'text' in state ? state.text : value;
  return {
    ...state,
    current: { value, text, selected: true },
    rootStateKey: null,
    global: false,
  } as unknown as TypedVariableModel;
}

function replaceScoped(target: string, scopedVars: ScopedVars | undefined): string {
  return target.replace(new RegExp(VARIABLE, 'g'), (all, plain?: string, old?: string, _?: string, braced?: string) => {
    const value = scopedVars?.[plain ?? old ?? braced ?? '']?.value;
    return value === undefined ? all : String(value);
  });
}
