// Further aliases: setters that @grafana/runtime keeps from its index, undefined where a release has none.
declare module '@workbench/plugin-page' {
  export const setPluginPage:
    ((page: import('react').ComponentType<import('@grafana/runtime').PluginPageProps>) => void) | undefined;
}
declare module '@workbench/panel-data-error-view' {
  export const setPanelDataErrorView:
    ((view: import('react').ComponentType<import('@grafana/runtime').PanelDataErrorViewProps>) => void) | undefined;
}

// Aliases of workbench/webpack.config.mjs: the routers that @grafana/ui itself uses.
declare module '@workbench/router-v5' {
  export const Router: import('react').ComponentType<{
    history: import('history').History;
    children: import('react').ReactNode;
  }>;
}
declare module '@workbench/router-bridge' {
  export const CompatRouter: import('react').ComponentType<{ children: import('react').ReactNode }>;
}
