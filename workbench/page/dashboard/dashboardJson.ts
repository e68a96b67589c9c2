import type { DataSourceRef, FieldConfigSource, DataTransformerConfig } from '@grafana/data';
import type { SceneDataQuery } from '@grafana/scenes';

/** A panel in Grafana's classic dashboard JSON; only what the workbench reads or writes. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos?: GridPosition;
  readonly datasource?: DataSourceRef | null;
  readonly targets?: readonly SceneDataQuery[];
  readonly options?: Record<string, unknown>;
  readonly fieldConfig?: FieldConfigSource;
  readonly transformations?: readonly DataTransformerConfig[];
  readonly maxDataPoints?: number | null;
  readonly interval?: string | null;
  readonly transparent?: boolean;
  readonly pluginVersion?: string;
}

/** In columns of 24 and rows of 30 px. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A template variable; the fields that matter depend on its type. */
export interface VariableJson {
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly query?: unknown;
  readonly datasource?: DataSourceRef | null;
  readonly regex?: string;
  readonly refresh?: number;
  readonly sort?: number;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly hide?: number;
  readonly current?: { readonly text?: string | string[]; readonly value?: string | string[] };
  readonly filters?: readonly { readonly key: string; readonly operator: string; readonly value: string }[];
}

/** An annotation query as a dashboard stores it. */
export interface AnnotationJson {
  readonly name: string;
  readonly enable: boolean;
  readonly hide?: boolean;
  readonly iconColor: string;
  readonly builtIn?: number;
  readonly datasource?: DataSourceRef | null;
  readonly type?: string;
  readonly target?: unknown;
}

/** Grafana's classic dashboard JSON; only what the workbench reads or writes. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly version?: number;
  readonly schemaVersion?: number;
  readonly editable?: boolean;
  readonly refresh?: string | false;
  readonly timezone?: string;
  readonly time?: { readonly from: string; readonly to: string };
  readonly timepicker?: { readonly refresh_intervals?: string[] };
  readonly templating?: { readonly list?: readonly VariableJson[] };
  readonly annotations?: { readonly list?: readonly AnnotationJson[] };
  readonly panels?: readonly PanelJson[];
  readonly graphTooltip?: 0 | 1 | 2;
}

/** The answer of `/api/dashboards/uid/:uid`. */
export interface DashboardAnswer {
  readonly dashboard: DashboardJson;
  readonly meta: { readonly canSave: boolean; readonly canEdit: boolean };
}
